using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Storage.Tests.UseCases.Entitlements;

public abstract class GrantTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private readonly Organisation organisation = Given.Organisation();

    [Fact]
    public async Task Grant_Twice_OnlyForOtherDays()
    {
        EntitlementInput input = await InputAsync();
        await using RegistryDb db = Open();
        var grant = new GrantEntitlement(db, Checker, Clock);
        Entitlement first = await grant.HandleAsync(input with { EndsOn = new DateOnly(2026, 11, 30) }, Cancellation);
        Assert.Equal("entitlement-overlaps", await RefusedAsync(() => grant.HandleAsync(input with { StartsOn = new DateOnly(2026, 11, 30) }, Cancellation)));
        await grant.HandleAsync(input with { StartsOn = new DateOnly(2026, 12, 1) }, Cancellation);
        await new RevokeEntitlement(db, Seoul, Clock).HandleAsync(first.Id, null, "breach", new DateOnly(2026, 6, 30), Cancellation);
        await grant.HandleAsync(input with { StartsOn = new DateOnly(2026, 7, 1), EndsOn = new DateOnly(2026, 11, 30) }, Cancellation);
    }

    [Fact]
    public async Task Revoke_WithoutDay_TodayInSeoul()
    {
        EntitlementInput input = await InputAsync();
        await using RegistryDb db = Open();
        Entitlement granted = await new GrantEntitlement(db, Checker, Clock).HandleAsync(input, Cancellation);
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 15, 0, 0, TimeSpan.Zero));
        Entitlement revoked = await new RevokeEntitlement(db, Seoul, Clock).HandleAsync(granted.Id, null, "breach", null, Cancellation);
        Assert.Equal(new DateOnly(2026, 11, 26), revoked.RevokedOn);
    }

    [Fact]
    public async Task Grant_ReferencesAtFault()
    {
        EntitlementInput input = await InputAsync();
        await using RegistryDb db = Open();
        var grant = new GrantEntitlement(db, Checker, Clock);
        Assert.Equal("required", await RefusedAsync(() => grant.HandleAsync(input with { DatasetId = null }, Cancellation)));
        Assert.Equal("unknown-reference", await RefusedAsync(() => grant.HandleAsync(input with { ConsortiumId = Ids.New(Clock) }, Cancellation)));
    }

    [Fact]
    public async Task Agreement_NumberIsUniqueWithItsLicensor()
    {
        await SaveAsync(organisation);
        await using RegistryDb db = Open();
        AgreementInput input = Given.AgreementInput(organisation.Id, "A-1", []);
        Agreement first = await new RegisterAgreement(db, Clock).HandleAsync(input, null, Cancellation);
        Assert.Equal("duplicate-number", await RefusedAsync(() => new RegisterAgreement(db, Clock).HandleAsync(input, null, Cancellation)));
        await new ChangeAgreement(db, new Calendar(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")), Clock).HandleAsync(first.Id, null, input with { TitleEn = "Changed" }, Cancellation);
        Assert.Equal("unknown-reference", await RefusedAsync(() => new ChangeAgreement(db, new Calendar(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")), Clock).HandleAsync(first.Id, null, input with { DatasetIds = [Ids.New(Clock)] }, Cancellation)));
    }

    private UseChecker Checker => new(new TermsCache(), new LicenceTerms(), Seoul);

    private Core.Common.Calendar Seoul => new(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));

    private async Task<EntitlementInput> InputAsync()
    {
        Dataset dataset = Given.Available(organisation.Id, "ko-news");
        Programme programme = Given.Programme();
        Consortium consortium = Given.Consortium(programme.Id, organisation.Id, "team-a");
        Agreement agreement = Given.Agreement(organisation.Id, "A-1", [dataset.Id]);
        await SaveAsync(organisation, programme, dataset, consortium, agreement);
        return new EntitlementInput { DatasetId = dataset.Id, ConsortiumId = consortium.Id, AgreementId = agreement.Id };
    }
}

public sealed class SqliteGrantTests(PostgresServer server) : GrantTests(StorageOptions.Sqlite, server);

public sealed class PostgresGrantTests(PostgresServer server) : GrantTests(StorageOptions.Postgres, server);
