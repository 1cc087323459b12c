using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Idempotency;
using DataCatalog.Storage.Sessions;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class VisibilityTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private const int Held = 1;
    private Actor alpha = Actor.Nobody;
    private Actor beta = Actor.Nobody;

    // Rows of each set that these see: staff that is no administrator, the auditor, consortium alpha, consortium beta, nobody.
    private static readonly (string Set, Func<RegistryDb, IQueryable<object>> Rows, int Officer, int Auditor, int Alpha, int Beta)[] Table =
    [
        ("Programmes", db => db.Programmes, 2, 2, 2, 2),
        ("BudgetLines", db => db.BudgetLines, 1, 1, 0, 0),
        ("Organisations", db => db.Organisations, 1, 1, 1, 1),
        ("Consortia", db => db.Consortia, 2, 2, 2, 2),
        ("ConsortiumMembers", db => db.Set<ConsortiumMember>(), 2, 2, 2, 2),
        ("FoundationModels", db => db.FoundationModels, 4, 4, 2, 3),
        ("Licences", db => db.Licences, 1, 1, 1, 1),
        ("OfficerReadings", db => db.Set<OfficerReading>(), 1, 1, 1, 1),
        ("Exemptions", db => db.Exemptions, 3, 3, 2, 1),
        ("ExemptionBeneficiaries", db => db.Set<ExemptionBeneficiary>(), 3, 3, 2, 1),
        ("ExemptionCovers", db => db.Set<ExemptionCover>(), 3, 3, 2, 1),
        ("ExemptionTerms", db => db.Set<ExemptionTerms>(), 3, 3, 2, 1),
        ("RecordedDecisions", db => db.RecordedDecisions, 2, 2, 1, 1),
        ("PolicyTexts", db => db.PolicyTexts, 1, 1, 0, 0),
        ("Clearances", db => db.Clearances, 1, 1, 0, 1),
        ("ClearanceKeys", db => db.ClearanceKeys, 1, 1, 1, 1),
        ("Datasets", db => db.Datasets, 5, 5, 2, 1),
        ("DatasetVersions", db => db.DatasetVersions, 6, 6, 2, 1),
        ("Distributions", db => db.Set<Distribution>(), 6, 6, 1, 0),
        ("DatasetLicences", db => db.Set<DatasetLicence>(), 1, 1, 0, 0),
        ("Agreements", db => db.Agreements, 3, 3, 1, 1),
        ("AgreementStandings", db => db.Set<AgreementStanding>(), 3, 3, 1, 1),
        ("AgreementPeriods", db => db.Set<AgreementPeriod>(), 3, 3, 1, 1),
        ("AgreementDatasets", db => db.Set<AgreementDataset>(), 5, 5, 1, 1),
        ("AgreementParties", db => db.Set<AgreementParty>(), 4, 4, 1, 2),
        ("AgreementDocuments", db => db.Set<AgreementDocument>(), 3, 3, 0, 0),
        ("Payments", db => db.Set<Payment>(), 3, 3, 0, 0),
        ("Terms", db => db.Terms, 3, 3, 1, 1),
        ("Entitlements", db => db.Entitlements, 1, 1, Held, 0),
        ("EntitlementAcceptances", db => db.Set<EntitlementAcceptance>(), 0, 0, 0, 0),
        ("AccessRequests", db => db.AccessRequests, 2, 2, 1, 1),
        ("AccessRequestItems", db => db.Set<AccessRequestItem>(), 2, 2, 1, 1),
        ("AccessRequestSteps", db => db.Set<AccessRequestStep>(), 2, 2, 1, 1),
        ("TrainingRuns", db => db.TrainingRuns, 2, 2, 1, 1),
        ("UsageRecords", db => db.UsageRecords, 2, 2, 1, 1),
        ("Obligations", db => db.Obligations, 2, 2, 1, 1),
        ("ObligationEvidence", db => db.Set<ObligationEvidence>(), 2, 2, 1, 1),
        ("DataCopies", db => db.DataCopies, 2, 2, 1, 1),
        ("CalendarFeeds", db => db.CalendarFeeds, 0, 0, 1, 1),
        ("SavedSearches", db => db.SavedSearches, 0, 0, 1, 1),
        ("ExchangeRates", db => db.ExchangeRates, 1, 1, 0, 0),
        ("BudgetReservations", db => db.BudgetReservations, 1, 1, 0, 0),
        ("ImpactReports", db => db.ImpactReports, 1, 1, 0, 0),
        ("Alerts", db => db.Alerts, 3, 3, 1, 1),
        ("Subscriptions", db => db.Subscriptions, 0, 0, 1, 1),
        ("Deliveries", db => db.Deliveries, 2, 2, 1, 1),
        ("ApiKeys", db => db.ApiKeys, 0, 2, 0, 0),
        ("AuditEvents", db => db.AuditEvents, 0, 6, 0, 0),
        ("KeptAnswers", db => db.Set<KeptAnswer>(), 0, 0, 0, 0),
        ("EndedSessions", db => db.Set<EndedSession>(), 0, 0, 0, 0),
        ("IndexTasks", db => db.IndexTasks, 19, 19, 0, 0),
    ];

    [Fact]
    public async Task EverySet_ShowsEachActorItsOwn()
    {
        await FillAsync();
        await CheckAsync(new Actor(Ids.New(Clock), "officer", Roles.DataOfficer), row => row.Officer);
        await CheckAsync(new Actor(Ids.New(Clock), "auditor", Roles.Auditor), row => row.Auditor);
        await CheckAsync(alpha, row => row.Alpha);
        await CheckAsync(beta, row => row.Beta);
        await CheckAsync(Actor.Nobody, _ => 0);
        await CheckAsync(new Actor(Ids.New(Clock), "member of none", Roles.ConsortiumMember), _ => 0);
    }

    [Fact]
    public async Task TwoActors_Interleaved_KeepApart()
    {
        await FillAsync();
        await using RegistryDb a = Open(alpha);
        await using RegistryDb b = Open(beta);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(2, await a.Datasets.CountAsync(Cancellation));
            Assert.Equal(1, await b.Datasets.CountAsync(Cancellation));
            Assert.All(await a.Alerts.ToListAsync(Cancellation), x => Assert.Equal(alpha.ConsortiumId, x.ConsortiumId));
            Assert.All(await b.Alerts.ToListAsync(Cancellation), x => Assert.Equal(beta.ConsortiumId, x.ConsortiumId));
        }
    }

    [Fact]
    public async Task Include_ShowsNoMoreThanTheSets()
    {
        await FillAsync();
        await using RegistryDb db = Open(alpha);
        Agreement agreement = await db.Agreements.Include(x => x.Parties).Include(x => x.Payments).Include(x => x.Documents).Include(x => x.Datasets).ThenInclude(c => c.Dataset).SingleAsync(Cancellation);
        Assert.Equal("A-1", agreement.Number);
        Assert.Empty(agreement.Payments);
        Assert.Empty(agreement.Documents);
        Assert.DoesNotContain(agreement.Parties, p => p.ConsortiumId == beta.ConsortiumId);
        Assert.Equal("held", Assert.Single(agreement.Datasets).Dataset!.Key);
        Entitlement entitlement = await db.Entitlements.Include(e => e.Dataset).Include(e => e.Agreement).Include(e => e.Consortium).SingleAsync(Cancellation);
        Assert.Equal(DatasetStatus.Suspended, entitlement.Dataset!.Status);
        Assert.False(await db.Datasets.AnyAsync(d => d.Versions.Any(v => v.Number == "1.1.0"), Cancellation));
    }

    [Fact]
    public async Task EverySetOfTheModel_IsInTheTable()
    {
        await using RegistryDb db = Open();
        IEnumerable<Type> tables = db.Model.GetEntityTypes().Where(t => t.FindPrimaryKey() is not null).Select(t => t.ClrType).OrderBy(t => t.Name);
        Assert.Equal(tables, Table.Select(t => t.Rows(db).ElementType).OrderBy(t => t.Name));
    }

    private async Task CheckAsync(Actor actor, Func<(string Set, Func<RegistryDb, IQueryable<object>> Rows, int Officer, int Auditor, int Alpha, int Beta), int> expected)
    {
        await using RegistryDb db = Open(actor);
        foreach (var row in Table) Assert.Equal($"{actor.Name} {row.Set} {expected(row)}", $"{actor.Name} {row.Set} {await row.Rows(db).CountAsync(Cancellation)}");
    }

    // An exemption for the whole programme over a licence, one for alpha over its dataset, and one for nobody of the two over what they cannot see.
    private async Task SaveUseChecksAsync(Programme programme, Consortium one, Consortium two, Licence licence, Dataset held, Dataset draft)
    {
        Programme elsewhere = Given.Programme("elsewhere");
        await SaveAsync(elsewhere);
        RecordedDecision mine = Given.Decision(one.Id), other = Given.Decision(two.Id);
        FoundationModel model = Given.Model(two.Id, "m4", ModelStatus.Withdrawn);
        licence.Read(new OfficerReadingInput { Feature = "Training", Value = true, Note = "까닭" }, Actor.Registry, Clock);
        await SaveAsync(Given.Exemption("all", programme.Id, null, null, licence.Id), Given.Exemption("alpha", null, one.Id, held.Id), Given.Exemption("none", elsewhere.Id, null, draft.Id),
            mine, other, model, Given.Clearance(other, model.Id), Given.ClearanceKey(), PolicyText.Of("{}"), licence.Readings[0]);
    }

    private Task SaveUsesAsync(BudgetLine line, params (Consortium Consortium, Actor Member, FoundationModel Model, Dataset Dataset, Agreement Agreement)[] each)
    {
        List<object> rows =
        [
            ExchangeRate.Record(new ExchangeRateInput { Currency = "USD", On = new DateOnly(2026, 1, 2), Rate = 1380.5m, Source = "고시" }, Actor.Registry, Clock),
            BudgetReservation.Reserve(line, each[0].Consortium, new BudgetReservationInput { Amount = 10, Purpose = "말뭉치" }, 100, Actor.Registry, Clock),
            ImpactReport.Of("consortium.ended", each[0].Consortium, "{}", Actor.Registry, Clock),
        ];
        foreach ((Consortium consortium, Actor member, FoundationModel model, Dataset dataset, Agreement agreement) in each)
        {
            Guid version = dataset.Versions.First(v => v.PublishedAt is not null).Id;
            var owed = Obligation.Raise(new OwedObligation(ObligationKind.DeleteCopies, ObligationCause.End, "", consortium.Id, agreement.Id, dataset.Id, model.Id, new DateOnly(2026, 12, 31), null, LocalizedText.Of("삭제", null, "Text", 100), null, 1), Clock);
            owed.Fulfil(new EvidenceInput { Statement = "삭제함" }, null, member, Clock);
            var input = new AccessRequestInput { Purpose = "사전 학습", Actions = ["train"], ModelId = model.Id };
            rows.AddRange(
                [AccessRequest.Submit(consortium, input, [AccessRequestItem.Of(dataset.Id, agreement.Id, Core.Licensing.UseCheck.Verdict.Permitted, Clock)], member, Clock), owed,
                 TrainingRun.Register(model, "train", new TrainingRunInput { RunId = "r", StartedAt = Clock.GetUtcNow() }, [new UsedVersion(dataset.Id, version, Core.Licensing.UseCheck.Verdict.Permitted, null)], member, Clock),
                 DataCopy.Record(consortium.Id, dataset.Id, version, new DataCopyInput { Place = "bucket" }, new DateOnly(2026, 11, 24), member, Clock), CalendarFeed.Make("일정", "ko", member, Clock).Feed,
                 SavedSearch.Save(new SavedSearchInput { Name = "음성", Text = "음성" }, member, Clock)]);
        }

        return SaveAsync([.. rows]);
    }

    private async Task FillAsync()
    {
        Organisation org = Given.Organisation();
        Licence licence = Given.Licence();
        Programme programme = Given.Programme();
        BudgetLine line = Given.BudgetLine(programme.Id);
        Consortium one = Given.Consortium(programme.Id, org.Id, "alpha");
        Consortium two = Given.Consortium(programme.Id, org.Id, "beta");
        alpha = new Actor(Ids.New(Clock), "alpha", Roles.ConsortiumMember, one.Id);
        beta = new Actor(Ids.New(Clock), "beta", Roles.ConsortiumMember, two.Id);
        Dataset held = Given.Available(org.Id, "held");
        Dataset open = Given.Available(org.Id, "open");
        Dataset registered = Given.Dataset(org.Id, "registered", licence.Id);
        Dataset suspended = Given.Available(org.Id, "suspended");
        Dataset draft = Dataset.Register(Given.DatasetInput(org.Id, "draft") with { Draft = true }, Clock);
        Agreement first = Given.Agreement(org.Id, "A-1", [held.Id, registered.Id]);
        Agreement second = Given.Agreement(org.Id, "A-2", [open.Id, suspended.Id], two.Id);
        Agreement third = Given.Agreement(org.Id, "A-3", [draft.Id]);
        await SaveAsync(org, licence, programme, line, one, two, held, open, registered, suspended, draft, first, second, third);
        Entitlement right = Given.Entitlement(held, one, first);
        Alert a = Given.Alert(right.Id, one.Id), b = Given.Alert(first.Id, two.Id), c = Given.Alert(second.Id, null);
        FoundationModel m1 = Given.Model(one.Id, "m1", ModelStatus.InDevelopment), m2 = Given.Model(two.Id, "m2", ModelStatus.InDevelopment);
        Subscription mine = Given.Subscription(alpha), other = Given.Subscription(beta);
        await SaveAsync(right, a, b, c, mine, other, Given.Delivery(a, mine), Given.Delivery(b, other), Given.Key(one.Id), Given.Key(null),
            m1, m2, Given.Model(two.Id, "m3", ModelStatus.Released));
        await SaveUsesAsync(line, (one, alpha, m1, held, first), (two, beta, m2, open, second));
        await SaveUseChecksAsync(programme, one, two, licence, held, draft);
        await using RegistryDb db = Open();
        await WriteAsync(db, "suspend", held.Id, async () =>
        {
            foreach (Dataset dataset in await db.Datasets.Where(d => d.Key == "held" || d.Key == "suspended").ToListAsync(Cancellation)) dataset.Suspend("까닭", Clock);
            return 0;
        });
    }
}

public sealed class SqliteVisibilityTests(PostgresServer server) : VisibilityTests(StorageOptions.Sqlite, server);

public sealed class PostgresVisibilityTests(PostgresServer server) : VisibilityTests(StorageOptions.Postgres, server);
