using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>Whatever is done in whatever order, what must always hold does. The seed of a sequence that breaks it is in the message.</summary>
public abstract class AnyCourseTests(string provider, PostgresServer server) : AlertTests(provider, server)
{
    private const int Steps = 25;
    private readonly TermsCache cache = new();
    private readonly List<Guid> consortia = [];
    private readonly List<Guid> agreements = [];
    private readonly List<Guid> datasets = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnySequenceOfActions_LeavesNothingWiderTwiceOrUnowned(int seed)
    {
        var random = new Random(seed);
        await BeginAsync();
        for (int step = 0; step < Steps; step++)
        {
            Clock.Advance(TimeSpan.FromDays(random.Next(1, 45)));
            try
            {
                await ActAsync(random);
            }
            catch (DomainException)
            {
                // Refused: nothing of it is there, which is what is looked at below.
            }

            if (random.Next(3) > 0) await SweepAllAsync(Calendar.Today);
        }

        await SweepAllAsync(Calendar.Today);
        await CheckRightsAsync(random, $"seed {seed}");
        await CheckAlertsAndObligationsAsync($"seed {seed}");
    }

    private async Task BeginAsync()
    {
        Organisation owner = await LicensorAsync();
        Programme programme = Given.Programme("any");
        Consortium one = Given.Consortium(programme.Id, owner.Id, "one"), two = Given.Consortium(programme.Id, owner.Id, "two");
        Dataset first = Given.Available(owner.Id, "first"), second = Given.Available(owner.Id, "second");
        await SaveAsync(programme, one, two, first, second);
        (string Number, RenewalKind Renewal)[] each = [("AUTO", RenewalKind.Automatic), ("OPTION", RenewalKind.Option), ("PLAIN", RenewalKind.None)];
        foreach ((string number, RenewalKind renewal) in each)
        {
            Agreement agreement = Agreement.Register(
                new AgreementInput
                {
                    Number = number, TitleEn = number, LicensorId = owner.Id, SignedOn = Calendar.Today, StartsOn = Calendar.Today, EndsOn = Calendar.Today.AddDays(500), Renewal = renewal, RenewalPeriod = "P1Y",
                    NoticePeriod = "P60D", DatasetIds = [first.Id, second.Id],
                },
                Clock);
            agreement.Amend(new TermsInput { Short = "permit train\nowe delete, certifyDeletion within P30D after end\nowe reportUse every P6M" }, Actor.Registry, Clock);
            await SaveAsync(agreement);
            agreements.Add(agreement.Id);
        }

        consortia.AddRange([one.Id, two.Id]);
        datasets.AddRange([first.Id, second.Id]);
    }

    private Task ActAsync(Random random)
    {
        Guid agreement = agreements[random.Next(agreements.Count)], consortium = consortia[random.Next(consortia.Count)], dataset = datasets[random.Next(datasets.Count)];
        DateOnly near = Calendar.Today.AddDays(random.Next(-30, 200));
        return random.Next(12) switch
        {
            0 or 1 or 2 or 3 => UseAsync(db => new GrantEntitlement(db, new UseChecker(cache, new LicenceTerms(), Calendar), Clock).HandleAsync(new EntitlementInput
            {
                AgreementId = agreement, ConsortiumId = consortium, DatasetId = dataset, StartsOn = random.Next(2) == 0 ? Calendar.Today : null, EndsOn = random.Next(2) == 0 ? near : null,
            }, Cancellation)),
            4 => RevokeAsync(random, near),
            5 => UseAsync(db => new ContinueAgreement(db, Calendar, Clock).GiveNoticeAsync(agreement, null, null, AgreementSide.Licensee, Cancellation)),
            6 => UseAsync(db => new ContinueAgreement(db, Calendar, Clock).RenewAsync(agreement, null, random.Next(2) == 0 ? near : null, null, Cancellation)),
            7 => UseAsync(db => new TerminateAgreement(db, Impact(db), Owed, Calendar, Clock).HandleAsync(agreement, null, new EarlyEnd { LastDay = near, Reason = "까닭" }, Cancellation)),
            8 => UseAsync(db => new EndConsortium(db, Impact(db), Owed, Calendar, Clock).HandleAsync(consortium, null, near, "까닭", dryRun: false, Cancellation)),
            9 => UseAsync(db => new ReinstateConsortium(db, Clock).HandleAsync(consortium, null, "정정", Cancellation)),
            10 => UseAsync(db => new AmendTerms(db, Clock).HandleAsync(agreement, null, new TermsInput { EffectiveFrom = Calendar.Today, Short = "permit train until 2027-12-31\nowe delete within P10D after end" }, Cancellation)),
            _ => ChangeAsync<Agreement>(agreement, a => a.Change(a.ToInput() with { EndsOn = near }, Clock), a => a.Include(x => x.Datasets)),
        };
    }

    private async Task RevokeAsync(Random random, DateOnly day)
    {
        await using RegistryDb db = Open();
        List<Guid> held = await db.Entitlements.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Cancellation);
        if (held.Count > 0) await UseAsync(own => new RevokeEntitlement(own, Calendar, Clock).HandleAsync(held[random.Next(held.Count)], null, "까닭", day, Cancellation));
    }

    // No answer is a yes on a day on which the agreement, the consortium or the grant does not hold.
    private async Task CheckRightsAsync(Random random, string seed)
    {
        await using RegistryDb db = Open();
        List<Entitlement> held = await db.Entitlements.AsNoTracking().Include(e => e.Agreement).Include(e => e.Consortium).ToListAsync(Cancellation);
        var checker = new UseChecker(cache, new LicenceTerms(), Calendar);
        for (int i = 0; i < 60; i++)
        {
            Guid consortium = consortia[random.Next(consortia.Count)], dataset = datasets[random.Next(datasets.Count)];
            DateOnly day = Calendar.Today.AddDays(random.Next(-900, 900));
            string key = await db.Datasets.Where(d => d.Id == dataset).Select(d => d.Key).SingleAsync(Cancellation);
            UseAnswer answer = await new CheckUse(db, checker, new RecordDecision(db, Clock)).HandleAsync(
                new UseCheckInput { Consortium = consortium.ToString(), Dataset = key, Actions = ["train"], At = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) }, new DecisionWords(false, Seoul), Cancellation);
            bool may = held.Exists(e => e.ConsortiumId == consortium && e.DatasetId == dataset && e.StartsOn <= day && !(e.LastDay < day) && !(e.Agreement!.LastDay < day) && !(e.Consortium!.EndedOn < day));
            Assert.True(answer.Verdict != Verdict.Permitted || may, $"{seed}: {key} on {day} is permitted without a right");
        }
    }

    private async Task CheckAlertsAndObligationsAsync(string seed)
    {
        await using RegistryDb db = Open();
        List<Alert> alerts = await db.Alerts.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(alerts.Count, alerts.Select(a => (a.Kind, a.SubjectId, a.Date, a.Window)).Distinct().Count());
        List<Obligation> owed = await db.Obligations.AsNoTracking().ToListAsync(Cancellation);
        Assert.NotEmpty(alerts);
        Assert.NotEmpty(owed);
        var rights = (await db.Entitlements.AsNoTracking().ToListAsync(Cancellation)).Select(e => (e.ConsortiumId, e.AgreementId)).ToHashSet();
        Assert.All(owed, o => Assert.True(rights.Contains((o.ConsortiumId, o.AgreementId)), $"{seed}: {o.Kind} is owed by one who had no right"));
        Assert.Equal(owed.Count, owed.Select(o => (o.Kind, o.Cause, o.ConsortiumId, o.AgreementId, o.DatasetId, o.Since, o.TermsVersion)).Distinct().Count());
        // What stands open for an end is the end as it is now, and what has ended is owed for.
        Dictionary<(Guid, Guid, Guid?), DateOnly?> ends = await EndsAsync(db);
        foreach (Obligation open in owed.Where(o => o.Stands && o.Kind is ObligationKind.DeleteCopies or ObligationKind.CertifyDeletion))
        {
            DateOnly? last = ends[(open.ConsortiumId, open.AgreementId, open.DatasetId)];
            Assert.True(!open.Stands || last == open.Since, $"{seed}: {open.Kind} since {open.Since} stands, but the right ends on {last}");
        }

        foreach (((Guid, Guid, Guid?) right, DateOnly? last) in ends.Where(e => e.Value < Calendar.Today && e.Value > Calendar.Today.AddDays(-RaiseObligations.LookBackDays)))
        {
            Assert.True(owed.Exists(o => o.Kind == ObligationKind.DeleteCopies && o.Stands && (o.ConsortiumId, o.AgreementId, o.DatasetId) == right && o.Since == last), $"{seed}: nothing is owed for the end on {last}");
        }
    }

    // Of several rights to one dataset under one agreement the last counts; one that ends before it begins is none.
    private static async Task<Dictionary<(Guid, Guid, Guid?), DateOnly?>> EndsAsync(RegistryDb db)
    {
        List<Entitlement> held = await db.Entitlements.AsNoTracking().Include(e => e.Agreement).Include(e => e.Consortium).ToListAsync(Cancellation);
        return held.Select(e => (Entitlement: e, Last: new[] { e.LastDay, e.Agreement!.LastDay, e.Consortium!.EndedOn }.Min())).Where(x => !(x.Last < x.Entitlement.StartsOn))
            .GroupBy(x => (x.Entitlement.ConsortiumId, x.Entitlement.AgreementId, (Guid?)x.Entitlement.DatasetId)).ToDictionary(g => g.Key, g => g.Any(x => x.Last is null) ? null : g.Max(x => x.Last));
    }

    private OwedAtEnd Owed => new(cache, Calendar);

    private ReadImpact Impact(IRegistryDb db) => new(db, new ForeseeChanges(db, new UseChecker(cache, new LicenceTerms(), Calendar), Clock), Owed);

    private async Task SweepAllAsync(DateOnly day)
    {
        await new RenewTacitly(Factory, Clock).HandleAsync(day, Cancellation);
        await new RaiseObligations(Factory, Owed, new OwedReports(Factory, Owed, cache, Calendar, Clock), new OwedAtRelease(Factory, Owed, cache, Calendar, Clock), Clock).HandleAsync(day, Cancellation);
        await SweepAsync(day);
    }

    private async Task UseAsync<T>(Func<IRegistryDb, Task<T>> work) => await Factory.UseAsync(work);
}

public sealed class SqliteAnyCourseTests(PostgresServer server) : AnyCourseTests(StorageOptions.Sqlite, server);

public sealed class PostgresAnyCourseTests(PostgresServer server) : AnyCourseTests(StorageOptions.Postgres, server);
