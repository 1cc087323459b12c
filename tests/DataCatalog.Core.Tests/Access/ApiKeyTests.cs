using DataCatalog.Core.Access;
using DataCatalog.Core.Common;
using Microsoft.Extensions.Time.Testing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly ApiKeyInput Input = new() { Name = "tester", Roles = ["compliance"] };

    [Fact]
    public void Issue_OnlyTheSecretOpens()
    {
        (ApiKey key, string secret) = ApiKey.Issue(Input, Clock);
        DateTime now = Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(ApiKey.Mark.Length + 64, secret.Length);
        Assert.StartsWith(key.Prefix, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, key.Hash, StringComparison.Ordinal);
        Assert.True(key.Opens(secret, now));
        Assert.False(key.Opens(secret + "0", now));
        Assert.False(key.Opens(secret[..^1], now));
        Assert.False(key.Opens("", now));
        Assert.NotEqual(secret, ApiKey.Issue(Input, Clock).Secret);
    }

    [Fact]
    public void Opens_UntilItExpiresOrIsRevoked()
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        DateTime now = clock.GetUtcNow().UtcDateTime;
        (ApiKey key, string secret) = ApiKey.Issue(Input with { ExpiresAt = now.AddHours(1) }, clock);
        Assert.True(key.Opens(secret, now.AddHours(1).AddTicks(-1)));
        Assert.False(key.Opens(secret, now.AddHours(1)));
        key.Revoke(clock);
        DateTime? revoked = key.RevokedAt;
        clock.Advance(TimeSpan.FromDays(1));
        key.Revoke(clock);
        Assert.Equal(revoked, key.RevokedAt);
        Assert.False(key.Opens(secret, now));
    }

    [Fact]
    public void Issue_ExpiryWithoutZone_IsUtc()
    {
        DateTime bare = DateTime.SpecifyKind(Clock.GetUtcNow().UtcDateTime.AddHours(1), DateTimeKind.Unspecified);
        Assert.Equal(DateTime.SpecifyKind(bare, DateTimeKind.Utc), ApiKey.Issue(Input with { ExpiresAt = bare }, Clock).Key.ExpiresAt);
    }

    [Fact]
    public void Issue_Refusals()
    {
        var consortium = new Guid("00000000-0000-0000-0000-00000000000c");
        Refused(CommonErrors.Invalid, "ExpiresAt", () => ApiKey.Issue(Input with { ExpiresAt = Clock.GetUtcNow().UtcDateTime }, Clock));
        Refused(AccessErrors.ConsortiumOfMember, "ConsortiumId", () => ApiKey.Issue(Input with { ConsortiumId = consortium }, Clock));
        Refused(AccessErrors.ConsortiumOfMember, "ConsortiumId", () => ApiKey.Issue(Input with { Roles = ["consortium-member"] }, Clock));
        Refused(AccessErrors.MemberAndStaff, "Roles", () => ApiKey.Issue(Input with { Roles = ["consortium-member", "auditor"], ConsortiumId = consortium }, Clock));
        Refused(CommonErrors.Required, "Name", () => ApiKey.Issue(Input with { Name = " " }, Clock));
        Refused(CommonErrors.Required, "Roles", () => ApiKey.Issue(Input with { Roles = null }, Clock));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890")]
    [InlineData("01234567890123456789012345678 01")]
    [InlineData("0123456789012345678901234567890비")]
    public void Of_WeakSecret(string secret) => Refused(CommonErrors.Invalid, "Secret", () => ApiKey.Of(secret, Input, Clock));
}
