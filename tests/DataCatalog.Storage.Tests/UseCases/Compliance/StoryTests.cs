using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>
/// Five years of the programme, swept day by day and then week by week: five consortia of which three leave, a contract that renews by itself twice until notice is given,
/// one whose end moves, one with an option that is taken and then ends early, and a week without sweeps over a deadline. What must come of it was worked out by hand.
/// </summary>
/// <param name="everyDay">Whether each day is swept; else those alone on which, by the tables, something happens.</param>
public abstract class StoryTests(string provider, PostgresServer server, bool everyDay) : AlertTests(provider, server)
{
    private const string AlertTable = """
        AgreementEnd NEWS 2029-02-28: 90 60 30 14 7 3 1 0 -1 -7 -30 Resolved
        AgreementEnd SPEECH 2028-05-31: 90 Superseded
        AgreementEnd SPEECH 2028-08-31: 90 60 30 14 7 3 1 0 -1 -7 -30 Resolved
        AgreementEnd VIDEO 2027-08-31: 90 Superseded
        AgreementEnd VIDEO 2028-03-31: 30(90,60) 14 7 3 1 0 Resolved
        AgreementRenewed NEWS 2026-12-01: 0 Open
        AgreementRenewed NEWS 2027-12-06: 0 Open
        EntitlementEnd NEWS naver-cloud 2029-02-28: 90 60 30 14 7 3 1 0 -1 -7 -30 Resolved
        EntitlementEnd SPEECH naver-cloud 2028-05-31: 90 Superseded
        EntitlementEnd SPEECH naver-cloud 2028-08-31: 90 60 30 14 7 3 1 0 -1 -7 -30 Resolved
        EntitlementEnd SPEECH sk-telecom 2028-05-31: 90 Superseded
        EntitlementEnd SPEECH sk-telecom 2028-08-31: 90 60 30 14 7 3 1 0 -1 -7 -30 Resolved
        EntitlementEnd VIDEO naver-cloud 2027-08-31: 90 Superseded
        EntitlementEnd VIDEO naver-cloud 2028-03-31: 30(90,60) 14 7 3 1 0 -1 -7 -30 Resolved
        EntitlementEnd VIDEO sk-telecom 2027-08-31: 90 Superseded
        EntitlementEnd VIDEO sk-telecom 2028-03-31: 30(90,60) 14 7 3 1 0 -1 -7 -30 Resolved
        EntitlementRevoked nc-ai 2027-01-20: 0 Open
        EntitlementRevoked upstage 2028-01-31: 0 Open
        NoticeDeadline NEWS 2026-11-30: 90 60 30 14 7 3 1 0 Superseded
        NoticeDeadline NEWS 2027-12-01: 90 60 30 14 7 3 Superseded
        NoticeDeadline NEWS 2028-11-30: 90 60 30 Resolved
        ObligationDue NEWS CertifyDeletion lg-ai-research 2029-03-30: 30(90,60) 14 7 3 1 0 -1 -7 -30 Open
        ObligationDue NEWS CertifyDeletion naver-cloud 2029-03-30: 30(90,60) 14 Resolved
        ObligationDue NEWS CertifyDeletion nc-ai 2027-03-02: 60(90) 30 14 7 Resolved
        ObligationDue NEWS CertifyDeletion upstage 2028-03-01: 30(90,60) 14 7 3 1 0 -1 -7 -30 Resolved
        ObligationDue NEWS DeleteCopies lg-ai-research 2029-03-30: 30(90,60) 14 7 3 1 0 -1 -7 -30 Open
        ObligationDue NEWS DeleteCopies naver-cloud 2029-03-30: 30(90,60) 14 Resolved
        ObligationDue NEWS DeleteCopies nc-ai 2027-03-02: 60(90) 30 14 7 Resolved
        ObligationDue NEWS DeleteCopies upstage 2028-03-01: 30(90,60) 14 7 3 1 0 -1 -7 -30 Resolved
        ObligationDue SPEECH ReportUse naver-cloud 2027-05-31: 90 Resolved
        ObligationDue SPEECH ReportUse naver-cloud 2028-05-31: 90 Resolved
        ObligationDue SPEECH ReportUse naver-cloud 2028-08-31: 90 Resolved
        ObligationDue SPEECH ReportUse sk-telecom 2027-05-31: 90 Resolved
        ObligationDue SPEECH ReportUse sk-telecom 2028-05-31: 90 Resolved
        ObligationDue SPEECH ReportUse sk-telecom 2028-08-31: 90 Resolved
        ObligationDue VIDEO DeleteCopies naver-cloud 2028-04-14: 14(90,60,30) 7 3 Resolved
        ObligationDue VIDEO DeleteCopies sk-telecom 2028-04-14: 14(90,60,30) 7 3 1 0 -1 Resolved
        OptionDeadline VIDEO 2027-07-02: 90 60 30 14 Superseded
        PaymentDue NEWS 2026-04-30: 60(90) 30 14 Resolved
        PaymentDue NEWS 2026-10-31: 90 60 30 14 7 3 Resolved
        PaymentDue SPEECH 2026-07-31: 90 60 30 14 7 3 1 0 -1 Resolved
        """;

    private const string ObligationTable = """
        NEWS CertifyDeletion lg-ai-research since 2029-02-28 due 2029-03-30 Open
        NEWS CertifyDeletion naver-cloud since 2029-02-28 due 2029-03-30 Fulfilled
        NEWS CertifyDeletion nc-ai since 2027-01-31 due 2027-03-02 Fulfilled
        NEWS CertifyDeletion upstage since 2028-01-31 due 2028-03-01 Waived
        NEWS DeleteCopies lg-ai-research since 2029-02-28 due 2029-03-30 Open
        NEWS DeleteCopies naver-cloud since 2029-02-28 due 2029-03-30 Fulfilled
        NEWS DeleteCopies nc-ai since 2027-01-31 due 2027-03-02 Fulfilled
        NEWS DeleteCopies upstage since 2028-01-31 due 2028-03-01 Waived
        SPEECH ReportUse naver-cloud since 2026-06-01 due 2027-05-31 Fulfilled
        SPEECH ReportUse naver-cloud since 2027-06-01 due 2028-05-31 Fulfilled
        SPEECH ReportUse naver-cloud since 2028-06-01 due 2028-08-31 Fulfilled
        SPEECH ReportUse sk-telecom since 2026-06-01 due 2027-05-31 Fulfilled
        SPEECH ReportUse sk-telecom since 2027-06-01 due 2028-05-31 Fulfilled
        SPEECH ReportUse sk-telecom since 2028-06-01 due 2028-08-31 Fulfilled
        VIDEO DeleteCopies naver-cloud since 2028-03-31 due 2028-04-14 Fulfilled
        VIDEO DeleteCopies sk-telecom since 2028-03-31 due 2028-04-14 Fulfilled
        """;

    private const string EntitlementTable = """
        NEWS naver-cloud 2026-03-02 to 2029-02-28
        NEWS nc-ai 2026-03-02 to 2027-01-31
        NEWS upstage 2026-03-02 to 2028-01-31
        SPEECH naver-cloud 2026-06-01 to 2028-08-31
        SPEECH sk-telecom 2026-06-01 to 2028-08-31
        VIDEO naver-cloud 2026-09-01 to 2028-03-31
        VIDEO sk-telecom 2026-09-01 to 2028-03-31
        """;

    private const string PeriodTable = """
        NEWS 0 Initial 2026-03-02 to 2027-02-28, notice by 2026-11-30, 0
        NEWS 1 Tacit 2027-03-01 to 2028-02-29, notice by 2027-12-01, 1000000000
        NEWS 2 Tacit 2028-03-01 to 2029-02-28, notice by 2028-11-30, 1000000000
        SPEECH 0 Initial 2026-06-01 to 2028-08-31, notice by , 0
        VIDEO 0 Initial 2026-09-01 to 2027-08-31, notice by 2027-07-02, 0
        VIDEO 1 Agreed 2027-09-01 to 2028-08-31, notice by 2028-07-02, 0
        """;

    private readonly Dictionary<string, Guid> ids = [];
    private readonly TermsCache cache = new();
    private readonly Dictionary<DateOnly, Func<Task>> events = [];

    [Fact]
    public async Task FiveYears_EveryAlertObligationRightAndSum_AsWorkedOutByHand()
    {
        DateOnly start = Day(2026, 3, 2);
        // The clock of these tests begins later than the story.
        Clock.AdjustTime(new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero));
        await BeginAsync();
        Plan();
        HashSet<DateOnly> swept = DaysInTheTables();
        for (DateOnly day = start; day < Day(2031, 3, 1); day = day.AddDays(1))
        {
            SetClock(day);
            if (events.TryGetValue(day, out Func<Task>? happens)) await happens();
            bool silent = day >= Day(2027, 11, 29) && day <= Day(2027, 12, 5);
            if (!silent && (swept.Contains(day) || (everyDay && (day < Day(2028, 1, 1) || day.DayOfWeek == DayOfWeek.Monday)))) await SweepAllAsync(day);
        }

        Assert.Equal(Lines(AlertTable), await AlertLinesAsync());
        Assert.Equal(Lines(ObligationTable), await ObligationLinesAsync());
        Assert.Equal(Lines(EntitlementTable), await EntitlementLinesAsync());
        Assert.Equal(Lines(PeriodTable), await PeriodLinesAsync());
        await SumsAsync();
    }

    private async Task BeginAsync()
    {
        Organisation owner = await LicensorAsync();
        Programme programme = Programme.Register(new ProgrammeInput { Key = "independent", NameKo = "독자 AI" }, Clock);
        await SaveAsync(programme);
        foreach (string key in (string[])["naver-cloud", "lg-ai-research", "upstage", "sk-telecom", "nc-ai"])
        {
            Consortium consortium = Given.Consortium(programme.Id, owner.Id, key);
            FoundationModel model = Given.Model(consortium.Id, "model-" + key, ModelStatus.InDevelopment);
            await SaveAsync(consortium, model);
            (ids[key], ids["model-" + key]) = (consortium.Id, model.Id);
        }

        PaymentInput Due(string day, decimal amount, string currency = "KRW") => new() { DueOn = Of(day), Amount = amount, Currency = currency };
        await AgreeAsync("NEWS", "permit train\nowe delete, certifyDeletion within P30D after end (article \"제11조\")", ["naver-cloud", "upstage", "nc-ai"], new AgreementInput
        {
            StartsOn = Of("2026-03-02"), EndsOn = Of("2027-02-28"), Renewal = RenewalKind.Automatic, RenewalPeriod = "P1Y", NoticePeriod = "P90D", PriceAmount = 3_000_000_000, PriceCurrency = "KRW",
            RenewalPriceAmount = 1_000_000_000, RenewalPriceCurrency = "KRW", Payments = [Due("2026-04-30", 1_500_000_000), Due("2026-10-31", 1_500_000_000)],
        });
        await AgreeAsync("SPEECH", "permit train\nowe reportUse every P1Y", ["naver-cloud", "sk-telecom"], new AgreementInput
        {
            StartsOn = Of("2026-06-01"), EndsOn = Of("2028-05-31"), PriceAmount = 500_000, PriceCurrency = "USD", Payments = [Due("2026-07-31", 500_000, "USD")],
        });
        await AgreeAsync("VIDEO", "permit train\nowe delete within P14D after end", ["naver-cloud", "sk-telecom"], new AgreementInput
        {
            StartsOn = Of("2026-09-01"), EndsOn = Of("2027-08-31"), Renewal = RenewalKind.Option, RenewalPeriod = "P1Y", NoticePeriod = "P60D",
        });
    }

    private async Task AgreeAsync(string number, string terms, string[] consortia, AgreementInput input)
    {
        Organisation owner = await LicensorAsync();
        Dataset dataset = Given.Available(owner.Id, "data-" + number.ToLowerInvariant());
        await SaveAsync(dataset);
        Agreement agreement = Agreement.Register(input with { Number = number, TitleEn = number, LicensorId = owner.Id, SignedOn = Of("2026-02-15"), DatasetIds = [dataset.Id] }, Clock);
        agreement.Amend(new TermsInput { Short = terms }, Actor.Registry, Clock);
        await SaveAsync(agreement);
        (ids[number], ids["data-" + number]) = (agreement.Id, dataset.Id);
        foreach (string key in consortia)
        {
            await using RegistryDb db = Open();
            Consortium consortium = await db.Consortia.SingleAsync(c => c.Id == ids[key], Cancellation);
            await SaveAsync(Entitlement.Grant(dataset, consortium, agreement, new EntitlementInput(), Actor.Registry, Clock));
        }
    }

    private void Plan()
    {
        On("2026-04-20", () => PayAsync("NEWS", "2026-04-30"));
        On("2026-07-10", RunWithoutRightAsync);
        On("2026-08-05", () => PayAsync("SPEECH", "2026-07-31"));
        On("2026-10-30", () => PayAsync("NEWS", "2026-10-31"));
        On("2027-01-20", () => LeaveAsync("nc-ai", "2027-01-31"));
        On("2027-02-20", () => FulfilAsync("nc-ai", "NEWS", accept: false));
        On("2027-02-25", () => FulfilAsync("nc-ai", "NEWS", accept: true));
        On("2027-03-10", () => BothAsync("SPEECH"));
        On("2027-06-20", () => UseAsync(db => new ContinueAgreement(db, Calendar, Clock).RenewAsync(ids["VIDEO"], null, null, null, Cancellation)));
        On("2028-01-31", () => LeaveAsync("upstage", "2028-01-31"));
        On("2028-03-10", () => BothAsync("SPEECH"));
        On("2028-03-15", () => UseAsync(db => new TerminateAgreement(db, Impact(db), Owed, Calendar, Clock).HandleAsync(
            ids["VIDEO"], null, new EarlyEnd { LastDay = Of("2028-03-31"), By = AgreementSide.Licensor, Reason = "방송사 사업 종료" }, Cancellation)));
        On("2028-03-20", () => ChangeAsync<Agreement>(ids["SPEECH"], a => a.Change(a.ToInput() with { EndsOn = Of("2028-08-31") }, Clock), a => a.Include(x => x.Payments).Include(x => x.Datasets)));
        On("2028-04-12", () => FulfilAsync("naver-cloud", "VIDEO", accept: true));
        On("2028-04-20", () => FulfilAsync("sk-telecom", "VIDEO", accept: true));
        On("2028-05-02", WaiveAsync);
        On("2028-06-10", () => BothAsync("SPEECH"));
        On("2028-11-15", () => UseAsync(db => new ContinueAgreement(db, Calendar, Clock).GiveNoticeAsync(ids["NEWS"], null, null, AgreementSide.Licensee, Cancellation)));
        On("2029-01-31", () => LeaveAsync("sk-telecom", "2029-01-31"));
        On("2029-03-20", () => FulfilAsync("naver-cloud", "NEWS", accept: true));
    }

    private OwedAtEnd Owed => new(cache, Calendar);

    private ReadImpact Impact(IRegistryDb db) => new(db, new ForeseeChanges(db, new UseChecker(cache, new LicenceTerms(), Calendar), Clock), Owed);

    private async Task SweepAllAsync(DateOnly day)
    {
        await new RenewTacitly(Factory, Clock).HandleAsync(day, Cancellation);
        await new RaiseObligations(Factory, Owed, new OwedReports(Factory, Owed, cache, Calendar, Clock), new OwedAtRelease(Factory, Owed, cache, Calendar, Clock), Clock).HandleAsync(day, Cancellation);
        await SweepAsync(day);
    }

    private Task LeaveAsync(string key, string lastDay) =>
        UseAsync(db => new EndConsortium(db, Impact(db), Owed, Calendar, Clock).HandleAsync(ids[key], null, Of(lastDay), "단계 평가 탈락", dryRun: false, Cancellation));

    private Task PayAsync(string number, string due) => ChangeAsync<Agreement>(
        ids[number],
        a => a.Change(a.ToInput() with { Payments = [.. a.ToInput().Payments!.Select(p => p.DueOn == Of(due) ? p with { PaidOn = Calendar.Today } : p)] }, Clock),
        a => a.Include(x => x.Payments).Include(x => x.Datasets));

    // It used the news without a right: what is true is recorded, and what it owes is raised when the contract ends.
    private async Task RunWithoutRightAsync()
    {
        await using RegistryDb db = Open();
        FoundationModel model = await db.FoundationModels.SingleAsync(m => m.Id == ids["model-lg-ai-research"], Cancellation);
        Guid version = await db.DatasetVersions.Where(v => v.DatasetId == ids["data-NEWS"] && v.PublishedAt != null).Select(v => v.Id).SingleAsync(Cancellation);
        await SaveAsync(TrainingRun.Register(model, "train", new TrainingRunInput { RunId = "run-1", StartedAt = Clock.GetUtcNow() }, [new UsedVersion(ids["data-NEWS"], version, Verdict.NotPermitted, null)], Actor.Registry, Clock));
    }

    private async Task BothAsync(string number)
    {
        await FulfilAsync("naver-cloud", number, accept: true);
        await FulfilAsync("sk-telecom", number, accept: true);
    }

    private async Task FulfilAsync(string key, string number, bool accept)
    {
        foreach (Obligation owed in await OwedByAsync(key, number))
        {
            if (owed.Status == ObligationStatus.Open) await UseAsync(db => new SettleObligation(db, NoDocuments.Instance, Clock).FulfilAsync(owed.Id, null, new EvidenceInput { Statement = "이행하였음" }, Cancellation));
            if (accept) await UseAsync(db => new SettleObligation(db, NoDocuments.Instance, Clock).AcceptAsync(owed.Id, null, Cancellation));
        }
    }

    private async Task WaiveAsync()
    {
        foreach (Obligation owed in await OwedByAsync("upstage", "NEWS")) await UseAsync(db => new SettleObligation(db, NoDocuments.Instance, Clock).WaiveAsync(owed.Id, null, "사본이 없었음", Cancellation));
    }

    private async Task<List<Obligation>> OwedByAsync(string key, string number)
    {
        await using RegistryDb db = Open();
        return [.. (await db.Obligations.AsNoTracking().Where(o => o.ConsortiumId == ids[key] && o.AgreementId == ids[number]).ToListAsync(Cancellation)).Where(o => o.Stands)];
    }

    private async Task UseAsync<T>(Func<IRegistryDb, Task<T>> work) => await Factory.UseAsync(work);

    private async Task<string[]> AlertLinesAsync()
    {
        await using RegistryDb db = Open();
        Dictionary<Guid, string> names = ids.ToDictionary(p => p.Value, p => p.Key);
        Dictionary<Guid, ObligationKind> kinds = await db.Obligations.ToDictionaryAsync(o => o.Id, o => o.Kind, Cancellation);
        List<Alert> alerts = await db.Alerts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(Cancellation);
        return
        [
            .. alerts.GroupBy(a => (a.Kind, a.SubjectId, a.Date)).Select(g =>
            {
                Alert one = g.First();
                string what = kinds.TryGetValue(one.SubjectId, out ObligationKind kind) ? $" {kind}" : "";
                string who = one.ConsortiumId is { } consortium ? " " + names[consortium] : "";
                string windows = string.Join(' ', g.OrderByDescending(a => a.Window).Select(a => a.Missed.Count > 0 ? $"{a.Window}({string.Join(',', a.Missed)})" : $"{a.Window}"));
                string agreement = one.AgreementId is { } id ? " " + names[id] : "";
                return $"{one.Kind}{agreement}{what}{who} {Text(one.Date)}: {windows} {string.Join('/', g.Select(a => a.Status).Distinct())}";
            }).Order(StringComparer.Ordinal),
        ];
    }

    private async Task<string[]> ObligationLinesAsync()
    {
        await using RegistryDb db = Open();
        var rows = await db.Obligations.AsNoTracking().Select(o => new { o.Agreement!.Number, o.Kind, o.Consortium!.Key, o.Since, o.DueOn, o.Status }).ToListAsync(Cancellation);
        return [.. rows.Select(r => $"{r.Number} {r.Kind} {r.Key} since {Text(r.Since)} due {Text(r.DueOn)} {r.Status}").Order(StringComparer.Ordinal)];
    }

    private async Task<string[]> EntitlementLinesAsync()
    {
        await using RegistryDb db = Open();
        var rows = await db.Entitlements.AsNoTracking().Select(e => new { e.Agreement!.Number, e.Consortium!.Key, e.StartsOn, e.EndsOn, e.RevokedOn, AgreementEnd = e.Agreement.EndsOn, e.Agreement.TerminatedOn }).ToListAsync(Cancellation);
        return [.. rows.Select(r => $"{r.Number} {r.Key} {Text(r.StartsOn)} to {Text(new[] { r.EndsOn, r.RevokedOn, r.AgreementEnd, r.TerminatedOn }.Min())}").Order(StringComparer.Ordinal)];
    }

    private async Task<string[]> PeriodLinesAsync()
    {
        await using RegistryDb db = Open();
        List<Agreement> rows = await db.Agreements.AsNoTracking().OrderBy(a => a.Number).ToListAsync(Cancellation);
        return [.. rows.SelectMany(a => a.Periods.OrderBy(p => p.Ordinal).Select(p => $"{a.Number} {p.Ordinal} {p.Kind} {Text(p.StartsOn)} to {Text(p.EndsOn)}, notice by {Text(p.NoticeDeadline)}, {p.Cost?.Amount ?? 0:0}"))];
    }

    // 3 billion and two renewals of 1 billion; both instalments paid. The speech corpus in dollars apart.
    private async Task SumsAsync()
    {
        await using RegistryDb db = Open();
        MoneyAnswer news = Assert.Single((await Impact(db).OfAgreementAsync(ids["NEWS"], null, Cancellation)).Money);
        Assert.Equal(("KRW", 5_000_000_000m, 3_000_000_000m, 0m), (news.Currency, news.Committed, news.Paid, news.Due));
        MoneyAnswer speech = Assert.Single((await Impact(db).OfAgreementAsync(ids["SPEECH"], null, Cancellation)).Money);
        Assert.Equal(("USD", 500_000m, 500_000m, 0m), (speech.Currency, speech.Committed, speech.Paid, speech.Due));
    }

    // The days of windows, of events and of ends, each with the day after.
    private HashSet<DateOnly> DaysInTheTables()
    {
        IEnumerable<DateOnly> windows = Lines(AlertTable).Select(l => l.Split(": ")).SelectMany(l => l[1].Split(' ')[..^1].Select(w => Of(l[0][^10..]).AddDays(-int.Parse(w.Split('(')[0], CultureInfo.InvariantCulture))));
        IEnumerable<DateOnly> since = Lines(ObligationTable).Select(l => Of(l.Split(" since ")[1][..10]));
        return [.. windows.Concat(since).Concat(events.Keys).SelectMany(d => new[] { d, d.AddDays(1) }), Day(2030, 12, 31)];
    }

    private void On(string day, Func<Task> happens) => events.Add(Of(day), happens);

    private static DateOnly Of(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string[] Lines(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed class NoDocuments : IDocumentStore
    {
        public static readonly NoDocuments Instance = new();

        public Task<StoredDocument> KeepAsync(Stream content, CancellationToken cancellation) => throw new NotSupportedException();

        public StoredDocument? Find(string sha256) => null;

        public Stream Open(string sha256) => throw new NotSupportedException();
    }
}

public sealed class SqliteStoryTests(PostgresServer server) : StoryTests(StorageOptions.Sqlite, server, everyDay: true);

public sealed class PostgresStoryTests(PostgresServer server) : StoryTests(StorageOptions.Postgres, server, everyDay: false);
