using DataCatalog.Core.Access;
using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Access;

public abstract class KeyTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private static readonly ApiKeyInput Administrator = new() { Name = "second", Roles = ["programme-admin"] };

    [Fact]
    public async Task EnsureAdministrator_HoweverOften_OneKey()
    {
        string? secret = await EnsureAsync(null);
        Assert.NotNull(secret);
        Assert.Null(await EnsureAsync(null));
        Actor? signedIn = await SignInAsync(secret);
        Assert.True(signedIn!.Roles.HasFlag(Roles.ProgrammeAdmin));
        await using RegistryDb db = Open();
        Assert.Equal(1, await db.ApiKeys.CountAsync(Cancellation));
    }

    [Fact]
    public async Task EnsureAdministrator_ChosenSecret_OpensUntilRevoked()
    {
        string chosen = new('x', 40);
        Assert.Null(await EnsureAsync(chosen));
        Assert.Null(await EnsureAsync(chosen));
        Actor actor = (await SignInAsync(chosen))!;
        await using (RegistryDb db = Open(actor))
        {
            await new IssueKey(db, Clock).HandleAsync(Administrator, Cancellation);
            await new RevokeKey(db, Clock).HandleAsync(actor.Id, null, Cancellation);
        }

        Assert.Null(await SignInAsync(chosen));
        Assert.Equal("secret-spent", await RefusedAsync(() => EnsureAsync(chosen)));
    }

    [Fact]
    public async Task RevokeKey_LastAdministrator()
    {
        await EnsureAsync(null);
        await using RegistryDb db = Open();
        ApiKey last = await db.ApiKeys.SingleAsync(Cancellation);
        Assert.Equal("last-administrator", await RefusedAsync(() => new RevokeKey(db, Clock).HandleAsync(last.Id, null, Cancellation)));
        await new IssueKey(db, Clock).HandleAsync(Administrator with { ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddDays(1) }, Cancellation);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("last-administrator", await RefusedAsync(() => new RevokeKey(db, Clock).HandleAsync(last.Id, null, Cancellation)));
    }

    [Fact]
    public async Task IssueKey_NeedsAnAdministratorAndARealConsortium()
    {
        await using RegistryDb officer = Open(new Actor(Ids.New(Clock), "officer", Roles.DataOfficer));
        Assert.Equal("forbidden", await RefusedAsync(() => new IssueKey(officer, Clock).HandleAsync(Administrator, Cancellation)));
        await using RegistryDb db = Open();
        ApiKeyInput stray = new() { Name = "m", Roles = ["consortium-member"], ConsortiumId = Ids.New(Clock) };
        Assert.Equal("unknown-reference", await RefusedAsync(() => new IssueKey(db, Clock).HandleAsync(stray, Cancellation)));
        Assert.Equal(0, await db.ApiKeys.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SignIn_NotesTheUseOnceAMinute()
    {
        string secret = (await EnsureAsync(null))!;
        await SignInAsync(secret);
        DateTime? first = await LastUsedAsync();
        Assert.NotNull(first);
        Clock.Advance(TimeSpan.FromSeconds(59));
        await SignInAsync(secret);
        Assert.Equal(first, await LastUsedAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SignInAsync(secret);
        Assert.Equal(first.Value.AddMinutes(1), await LastUsedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("dck_")]
    [InlineData("dck_0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task SignIn_UnknownSecret(string secret)
    {
        string known = (await EnsureAsync(null))!;
        Assert.Null(await SignInAsync(secret));
        Assert.Null(await SignInAsync(known[..^1] + (known[^1] == '0' ? '1' : '0')));
        Assert.Null(await SignInAsync(new string('x', 100_000)));
    }

    private async Task<string?> EnsureAsync(string? chosen)
    {
        await using RegistryDb db = Open();
        return await new EnsureAdministrator(db, Clock).HandleAsync(chosen, Cancellation);
    }

    private async Task<Actor?> SignInAsync(string secret)
    {
        await using RegistryDb db = Open();
        return await new SignIn(db, new Calendar(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")), Clock).HandleAsync(secret, "request", Cancellation);
    }

    private async Task<DateTime?> LastUsedAsync()
    {
        await using RegistryDb db = Open();
        return (await db.ApiKeys.SingleAsync(Cancellation)).LastUsedAt;
    }
}

public sealed class SqliteKeyTests(PostgresServer server) : KeyTests(StorageOptions.Sqlite, server);

public sealed class PostgresKeyTests(PostgresServer server) : KeyTests(StorageOptions.Postgres, server);
