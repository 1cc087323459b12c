using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Storage.Tests.UseCases.Entitlements;

/// <summary>Where the money went: every sum adds up, whatever it is shared out over, and what is not known is not 0.</summary>
public abstract class SpendingTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private readonly Organisation licensor = Given.Organisation();
    private readonly Programme programme = Given.Programme();
    private readonly List<Dataset> datasets = [];
    private readonly List<Consortium> consortia = [];
    private BudgetLine line = null!;

    private Core.Common.Calendar Calendar => new(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));

    private static Actor Officer { get; } = new(Guid.Parse("01990c3e-8a40-7c3e-9d4a-2f6f0a5b1c01"), "officer", Roles.DataOfficer);

    [Fact]
    public async Task Lines_AddUpExactly_WhateverIsBought()
    {
        await FillAsync(7, 5);
        var random = new Random(20261124);
        List<(Agreement Agreement, decimal Price, decimal Paid, decimal Due)> made = [];
        for (int i = 0; i < 40; i++)
        {
            decimal price = random.NextInt64(30_000, 9_000_000_000) / 10_000m;
            decimal paid = decimal.Round(price / 3, 4);
            decimal due = decimal.Round(price / 7, 4);
            Dataset[] covered = [.. datasets.Where(_ => random.Next(3) == 0)];
            Agreement agreement = await BuyAsync($"A-{i:000}", covered, price, "KRW", i % 3 == 0 ? null : line.Id, Pay(paid, 2026, 2, 1, paidOn: new DateOnly(2026, 2, 1)), Pay(due, 2027, 2, 1));
            made.Add((agreement, price, paid, due));
            await SaveAsync([agreement, .. covered.SelectMany(d => consortia.Where(_ => random.Next(2) == 0).Select(c => Given.Entitlement(d, c, agreement)))]);
        }

        List<SpendingLine> lines = await LinesAsync();
        foreach ((Agreement agreement, decimal price, decimal paid, decimal due) in made)
        {
            List<SpendingLine> own = lines.FindAll(l => l.AgreementId == agreement.Id);
            Assert.Equal((price, paid, due), (own.Sum(l => l.Committed), own.Sum(l => l.Paid), own.Sum(l => l.Due)));
            Assert.Equal((price, paid, due), (own.Sum(l => l.OwnCommitted), own.Sum(l => l.OwnPaid), own.Sum(l => l.OwnDue)));
            Assert.All(own, l => Assert.False(l.Unconverted));
        }

        Assert.Equal(lines.Count, lines.Select(l => l.Id).Distinct().Count());
        Assert.Equal(lines.Select(l => l.Id), (await LinesAsync()).Select(l => l.Id));
        await using RegistryDb db = Open(Officer);
        foreach (string by in SpendingColumns)
        {
            IReadOnlyList<SpendingSum> sums = await new AskSpending(db, Calendar).ByAsync(by, Cancellation);
            Assert.Equal((made.Sum(m => m.Price), made.Sum(m => m.Paid), made.Sum(m => m.Due)), (sums.Sum(s => s.Committed), sums.Sum(s => s.Paid), sums.Sum(s => s.Due)));
        }
    }

    [Fact]
    public async Task MissingRate_IsTold_NeverCountedAsNothing()
    {
        await FillAsync(1, 1);
        await SaveAsync(await BuyAsync("USD-1", datasets, 100.5m, "USD", line.Id, Pay(10m, 2026, 2, 1, "USD", new DateOnly(2026, 2, 1))));
        await SaveAsync(await BuyAsync("KRW-1", datasets, 5m, "KRW", line.Id));
        List<SpendingLine> lines = (await LinesAsync()).FindAll(l => l.Number == "USD-1");
        Assert.All(lines, l => Assert.Equal((null, null, true), ((decimal?)l.Committed, (decimal?)l.Paid, l.Unconverted)));
        Assert.Equal(100.5m, lines.Sum(l => l.OwnCommitted));
        await using RegistryDb db = Open(Officer);
        var ask = new AskSpending(db, Calendar);
        SpendingSum sum = Assert.Single(await ask.ByAsync("budgetLine", Cancellation));
        Assert.Equal((5m, "100.5 USD"), (sum.Committed, Assert.Single(sum.Unconverted)));
        BudgetLineStanding standing = Assert.Single(await ask.StandingAsync(Cancellation));
        Assert.Equal((null, null, "100.5 USD"), (standing.Committed, standing.Left, Assert.Single(standing.Unconverted)));
        Assert.Equal("no-rate", await RefusedAsync(() => ReserveAsync(1)));
        await new RecordExchangeRate(db, Clock).HandleAsync(Rate(2026, 1, 1, 0.5m), Cancellation);
        Assert.Equal("rate-exists", await RefusedAsync(() => new RecordExchangeRate(db, Clock).HandleAsync(Rate(2026, 1, 1, 2m), Cancellation)));
        lines = (await LinesAsync()).FindAll(l => l.Number == "USD-1");
        Assert.Equal((50.25m, 5m, new DateOnly(2026, 1, 1)), (lines.Sum(l => l.Committed), lines.Sum(l => l.Paid), lines[0].RateOn!.Value));
        Assert.Equal(100m - 5m - 50.25m, Assert.Single(await ask.StandingAsync(Cancellation)).Left);
    }

    [Fact]
    public async Task Reserve_ManyAtOnce_NeverMoreThanIsLeft()
    {
        await FillAsync(1, 1);
        await SaveAsync(await BuyAsync("A", datasets, 40m, "KRW", line.Id));
        string?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await ReserveAsync(25);
                return null;
            }
            catch (DomainException refused)
            {
                return refused.Error.Code;
            }
        })));
        Assert.Equal(2, outcomes.Count(o => o is null));
        Assert.All(outcomes, o => Assert.True(o is null or "over-budget" or "stale-etag", o));
        await using RegistryDb db = Open(Officer);
        BudgetLineStanding standing = Assert.Single(await new AskSpending(db, Calendar).StandingAsync(Cancellation));
        Assert.Equal((40m, 50m, 10m), (standing.Committed, standing.Reserved, standing.Left));
        BudgetReservation one = db.BudgetReservations.OrderBy(r => r.Id).First();
        await new ReleaseReservation(db, Calendar).HandleAsync(one.Id, null, "no longer wanted", Cancellation);
        await new ReleaseReservation(db, Calendar).HandleAsync(one.Id, null, "again", Cancellation);
        Assert.Equal(35m, Assert.Single(await new AskSpending(db, Calendar).StandingAsync(Cancellation)).Left);
        Assert.Equal("over-budget", await RefusedAsync(() => ReserveAsync(35.0001m)));
        await ReserveAsync(35);
    }

    [Fact]
    public async Task BoughtTwice_SameFileOrTitle_WhileBothHold()
    {
        await FillAsync(3, 1);
        await SaveAsync(
            await BuyAsync("A", [datasets[0]], 1m, "KRW", null), await BuyAsync("B", [datasets[1]], 1m, "KRW", null), await BuyAsync("FREE", [datasets[2]], 0m, "KRW", null),
            await BuyAsync("LATER", [datasets[0]], 1m, "KRW", null, start: new DateOnly(2027, 1, 1), end: new DateOnly(2027, 12, 31)));
        await using RegistryDb db = Open(Officer);
        IReadOnlyList<DoublePurchase> found = await new AskSpending(db, Calendar).BoughtTwiceAsync(Cancellation);
        DoublePurchase twice = Assert.Single(found);
        Assert.Equal(("A", "B", SameCorpus.SameFile, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (twice.Number, twice.OtherNumber, twice.Why, twice.From, twice.Until!.Value));
        await SaveAsync(await BuyAsync("C", [datasets[0]], 1m, "KRW", null));
        found = await new AskSpending(db, Calendar).BoughtTwiceAsync(Cancellation);
        Assert.Equal(["A B SameFile", "A C SameDataset", "B C SameFile"], found.Select(f => $"{f.Number} {f.OtherNumber} {f.Why}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Exposure_PeriodByPeriod_AsAgreementsRenew()
    {
        await FillAsync(1, 1);
        await SaveAsync(
            Agreement.Register(Input("AUTO", 1m) with { Renewal = RenewalKind.Automatic, RenewalPeriod = "P1Y", NoticePeriod = "P60D", RenewalPriceAmount = 10.5m, RenewalPriceCurrency = "KRW" }, Clock),
            Agreement.Register(Input("DARK", 1m) with { Renewal = RenewalKind.Automatic, RenewalPeriod = "P6M" }, Clock),
            Agreement.Register(Input("ENDS", 1m), Clock));
        await using RegistryDb db = Open(Officer);
        ExposureAnswer answer = await new AskSpending(db, Calendar).ExposureAsync(new DateOnly(2028, 12, 1), Clock, Cancellation);
        ExposedPeriod[] auto = [.. answer.Periods.Where(p => p.Number == "AUTO")];
        Assert.Equal(["2027-01-01/2027-12-31", "2028-01-01/2028-12-31", "2029-01-01/2029-12-31"], auto.Select(p => $"{p.StartsOn:yyyy-MM-dd}/{p.EndsOn:yyyy-MM-dd}"));
        Assert.All(auto, p => Assert.Equal((10.5m, "10.5 KRW"), (p.Cost, p.Arithmetic)));
        Assert.Equal((31.5m, answer.Periods.Count(p => p.Number == "DARK")), (answer.Total, answer.Unknown));
        Assert.Equal(4, answer.Unknown);
        Assert.Equal("invalid-value", await RefusedAsync(() => new AskSpending(db, Calendar).ExposureAsync(new DateOnly(2020, 1, 1), Clock, Cancellation)));
        Assert.Equal("invalid-value", await RefusedAsync(() => new AskSpending(db, Calendar).ExposureAsync(new DateOnly(2226, 1, 1), Clock, Cancellation)));
    }

    [Fact]
    public async Task UnitPricesAndUnused()
    {
        await FillAsync(2, 1);
        await SaveAsync(await BuyAsync("A", datasets, 100m, "KRW", null, Pay(50m, 2026, 2, 1, paidOn: new DateOnly(2026, 2, 1))), await BuyAsync("UNPAID", [datasets[0]], 1m, "KRW", null));
        await using RegistryDb db = Open(Officer);
        IReadOnlyList<UnitPrice> prices = await new AskSpending(db, Calendar).UnitPricesAsync(Cancellation);
        UnitPrice text = Assert.Single(prices, p => p.Dataset == "set-1" && p.Modality == "text");
        Assert.Equal(("token", 5m, 25m, 5m), (text.Unit, text.Units, text.Committed, text.Price));
        UnitPrice sound = Assert.Single(prices, p => p.Dataset == "set-1" && p.Modality == "audio");
        Assert.Equal(("hour", null, 25m, null), (sound.Unit, sound.Units, sound.Committed, sound.Price));
        IReadOnlyList<UnusedPurchase> unused = await new AskSpending(db, Calendar).PaidUnusedAsync(Cancellation);
        Assert.Equal(["A set-0 25", "A set-1 25"], unused.Select(u => FormattableString.Invariant($"{u.Number} {u.Dataset} {u.Paid:0.####}")));
    }

    [Fact]
    public async Task Members_SeeNothingAndDoNothing()
    {
        await FillAsync(1, 1);
        await SaveAsync(await BuyAsync("A", datasets, 100m, "KRW", line.Id));
        var member = new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, consortia[0].Id);
        await using RegistryDb db = Open(member);
        var ask = new AskSpending(db, Calendar);
        foreach (Func<Task> act in (Func<Task>[])[() => ask.LinesAsync(Cancellation), () => ask.ByAsync("phase", Cancellation), () => ask.StandingAsync(Cancellation), () => ask.UnitPricesAsync(Cancellation),
            () => ask.PaidUnusedAsync(Cancellation), () => ask.BoughtTwiceAsync(Cancellation), () => ask.ExposureAsync(null, Clock, Cancellation), () => new RecordExchangeRate(db, Clock).HandleAsync(Rate(2026, 1, 1, 1), Cancellation),
            () => ReserveAsync(1, member), () => ReserveAsync(1, member with { Roles = Roles.Compliance, ConsortiumId = null })])
        {
            Assert.Equal("forbidden", await RefusedAsync(act));
        }

        Assert.Empty(db.BudgetReservations.ToList());
    }

    private static readonly string[] SpendingColumns = ["consortium", "modality", "provider", "BUDGETLINE", "phase", "dataset"];

    private async Task FillAsync(int sets, int groups)
    {
        line = Given.BudgetLine(programme.Id);
        for (int i = 0; i < sets; i++) datasets.Add(Given.Available(licensor.Id, $"set-{i}"));
        for (int i = 0; i < groups; i++) consortia.Add(Given.Consortium(programme.Id, licensor.Id, $"group-{i}"));
        await SaveAsync([licensor, programme, line, .. datasets, .. consortia]);
    }

    private AgreementInput Input(string number, decimal price) => new()
    {
        Number = number, TitleKo = "계약", LicensorId = licensor.Id, SignedOn = new DateOnly(2026, 1, 1), StartsOn = new DateOnly(2026, 1, 1), EndsOn = new DateOnly(2026, 12, 31), PriceAmount = price, PriceCurrency = "KRW",
    };

    private Task<Agreement> BuyAsync(string number, IEnumerable<Dataset> covered, decimal price, string currency, Guid? budget, params PaymentInput[] payments) =>
        BuyAsync(number, covered, price, currency, budget, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), payments);

    private Task<Agreement> BuyAsync(string number, IEnumerable<Dataset> covered, decimal price, string currency, Guid? budget, DateOnly start, DateOnly end, params PaymentInput[] payments) =>
        Task.FromResult(Agreement.Register(
            Input(number, price) with { PriceCurrency = currency, StartsOn = start, EndsOn = end, BudgetLineId = budget, DatasetIds = [.. covered.Select(d => d.Id)], Payments = payments }, Clock));

    private static PaymentInput Pay(decimal amount, int year, int month, int day, string currency = "KRW", DateOnly? paidOn = null) =>
        new() { Amount = amount, Currency = currency, DueOn = new DateOnly(year, month, day), PaidOn = paidOn };

    private static ExchangeRateInput Rate(int year, int month, int day, decimal rate) => new() { Currency = "USD", Into = "KRW", On = new DateOnly(year, month, day), Rate = rate, Source = "test" };

    private async Task<List<SpendingLine>> LinesAsync()
    {
        await using RegistryDb db = Open(Officer);
        return await new AskSpending(db, Calendar).LinesAsync(Cancellation);
    }

    private async Task<BudgetReservation> ReserveAsync(decimal amount, Actor? by = null)
    {
        await using RegistryDb db = Open(by ?? Officer);
        return await new ReserveBudget(db, Calendar, Clock).HandleAsync(new BudgetReservationInput { BudgetLineId = line.Id, ConsortiumId = consortia[0].Id, Amount = amount, Purpose = "corpus" }, Cancellation);
    }
}

public sealed class SqliteSpendingTests(PostgresServer server) : SpendingTests(StorageOptions.Sqlite, server);

public sealed class PostgresSpendingTests(PostgresServer server) : SpendingTests(StorageOptions.Postgres, server);
