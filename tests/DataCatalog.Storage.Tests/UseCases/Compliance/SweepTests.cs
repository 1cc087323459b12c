using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>Which alerts a sweep raises.</summary>
public abstract class SweepTests(string provider, PostgresServer server) : AlertTests(provider, server)
{
    private static readonly DateOnly End = Day(2026, 12, 31);

    [Fact]
    public async Task Sweep_EveryDayOfFourYears_EachWindowOnce()
    {
        Agreement agreement = await AgreementAsync(End);
        for (DateOnly day = Day(2025, 1, 1); day < Day(2029, 1, 1); day = day.AddDays(1)) await SweepAsync(day);
        List<Alert> alerts = await AlertsAsync(agreement.Id);
        Assert.Equal(Windows.Default, alerts.Select(a => a.Window));
        Assert.All(alerts, a => Assert.Empty(a.Missed));
        Assert.All(alerts, a => Assert.Equal(AlertStatus.Resolved, a.Status));
    }

    [Fact]
    public async Task Sweep_AgreementRegistered20DaysBeforeItsEnd_OneAlertNamingTheMissed()
    {
        Agreement agreement = await AgreementAsync(End);
        SweepOutcome first = await SweepAsync(End.AddDays(-20));
        SweepOutcome second = await SweepAsync(End.AddDays(-20));
        Alert alert = Assert.Single(await AlertsAsync(agreement.Id));
        Assert.Equal((30, SubjectKind.AgreementEnd, End), (alert.Window, alert.Kind, alert.Date));
        Assert.Equal([90, 60], alert.Missed);
        Assert.Equal("A-001 News corpus", alert.Subject.En);
        Assert.Equal((1, 0), (first.Raised, second.Raised));
    }

    [Fact]
    public async Task Sweep_MissedAWeek_OneAlertForTheMostUrgentWindow()
    {
        Agreement agreement = await AgreementAsync(End);
        await SweepAsync(End.AddDays(-15));
        await SweepAsync(End.AddDays(-3));
        Alert late = (await AlertsAsync(agreement.Id))[^1];
        Assert.Equal(3, late.Window);
        Assert.Equal([14, 7], late.Missed);
    }

    [Fact]
    public async Task Sweep_HistoryLongPast_RaisesNothing()
    {
        await AgreementAsync(Day(2021, 6, 30));
        Assert.Equal(new SweepOutcome(), await SweepAsync(Day(2026, 11, 24)));
    }

    [Fact]
    public async Task Sweep_ClockSetBackTenYearsAndForth_NoDoubles()
    {
        Agreement agreement = await AgreementAsync(End);
        await SweepAsync(End.AddDays(-20));
        await SweepAsync(End.AddYears(-10));
        await SweepAsync(End.AddDays(-70));
        await SweepAsync(End.AddYears(10));
        await SweepAsync(End.AddDays(-20));
        Alert alert = Assert.Single(await AlertsAsync(agreement.Id));
        Assert.Equal(AlertStatus.Open, alert.Status);
    }

    [Fact(DisplayName = "grokability/snipe-it#7677: lead times of an agreement's own, in several stages")]
    public async Task Sweep_AgreementWithWindowsOfItsOwn()
    {
        Agreement agreement = await AgreementAsync(End, windows: [200, 45]);
        for (DateOnly day = End.AddDays(-250); day < End.AddDays(60); day = day.AddDays(5)) await SweepAsync(day);
        Assert.Equal([200, 45], (await AlertsAsync(agreement.Id)).Select(a => a.Window));
    }

    [Fact(DisplayName = "grokability/snipe-it#10046: what renews by itself is alerted while notice is still possible, not at its end")]
    public async Task Sweep_AutomaticRenewal_NoticeDeadlineOnly()
    {
        Agreement agreement = await AgreementAsync(End, RenewalKind.Automatic, "P60D");
        for (DateOnly day = End.AddDays(-160); day <= End; day = day.AddDays(1)) await SweepAsync(day);
        List<Alert> alerts = await AlertsAsync(agreement.Id);
        Assert.All(alerts, a => Assert.Equal((SubjectKind.NoticeDeadline, End.AddDays(-60)), (a.Kind, a.Date)));
        Assert.Equal(Windows.Default, alerts.Select(a => a.Window));
    }

    [Fact]
    public async Task Sweep_AutomaticRenewalWithoutNoticePeriod_AlertedUntilItsLastDay()
    {
        Agreement agreement = await AgreementAsync(End, RenewalKind.Automatic);
        await SweepAsync(End.AddDays(-7));
        Alert alert = Assert.Single(await AlertsAsync(agreement.Id));
        Assert.Equal((SubjectKind.NoticeDeadline, End), (alert.Kind, alert.Date));
    }

    [Fact]
    public async Task Sweep_Option_DeadlineAndEnd()
    {
        Agreement agreement = await AgreementAsync(End, RenewalKind.Option, "P30D");
        await SweepAsync(End.AddDays(-30));
        List<Alert> alerts = await AlertsAsync(agreement.Id);
        Assert.Equal([(SubjectKind.OptionDeadline, End.AddDays(-30), 0), (SubjectKind.AgreementEnd, End, 30)], alerts.Select(a => (a.Kind, a.Date, a.Window)));
    }

    [Fact(DisplayName = "glpi-project/glpi#1410: a terminated or superseded agreement is not alerted any more")]
    public async Task Sweep_TerminatedOrSuperseded_Resolved()
    {
        Agreement stopped = await AgreementAsync(End);
        Agreement replaced = await AgreementAsync(End);
        await SweepAsync(End.AddDays(-20));
        await SetAsync<Agreement>(stopped.Id, nameof(Agreement.TerminatedOn), End.AddDays(-19));
        await SetAsync<Agreement>(replaced.Id, nameof(Agreement.SupersededById), stopped.Id);
        Assert.Equal(2, (await SweepAsync(End.AddDays(-18))).Resolved);
        Assert.All(await AlertsAsync(), a => Assert.Equal(AlertStatus.Resolved, a.Status));
    }

    [Fact]
    public async Task Sweep_TerminationToCome_IsItsEnd()
    {
        Agreement agreement = await AgreementAsync(null, RenewalKind.None);
        await SetAsync<Agreement>(agreement.Id, nameof(Agreement.TerminatedOn), End);
        await SweepAsync(End.AddDays(-10));
        Assert.Equal(End, Assert.Single(await AlertsAsync(agreement.Id)).Date);
    }

    [Fact]
    public async Task Sweep_DateMoved_OldAlertsSupersededAndNewDateAlerted()
    {
        AgreementInput input = await InputAsync(End);
        Agreement agreement = await AgreementAsync(input);
        await SweepAsync(End.AddDays(-20));
        await MoveAsync(agreement.Id, input with { EndsOn = End.AddDays(40) });
        Assert.Equal(new SweepOutcome { Superseded = 1, Raised = 1 }, await SweepAsync(End.AddDays(-19)));
        List<Alert> alerts = await AlertsAsync(agreement.Id);
        Assert.Equal([(30, AlertStatus.Superseded), (60, AlertStatus.Open)], alerts.Select(a => (a.Window, a.Status)));
    }

    [Fact(DisplayName = "grokability/snipe-it#9186: renewed before the alert was seen")]
    public async Task Sweep_Renewed_Superseded()
    {
        AgreementInput input = await InputAsync(End);
        Agreement agreement = await AgreementAsync(input);
        await SweepAsync(End.AddDays(-3));
        await MoveAsync(agreement.Id, input with { EndsOn = End.AddYears(1) });
        Assert.Equal(new SweepOutcome { Superseded = 1 }, await SweepAsync(End.AddDays(-2)));
    }

    [Fact]
    public async Task Sweep_DateMovedAndBack_ReopensWithoutASecondAlert()
    {
        AgreementInput input = await InputAsync(End);
        Agreement agreement = await AgreementAsync(input);
        await SweepAsync(End.AddDays(-20));
        await MoveAsync(agreement.Id, input with { EndsOn = End.AddYears(1) });
        await SweepAsync(End.AddDays(-19));
        await MoveAsync(agreement.Id, input);
        Assert.Equal(new SweepOutcome { Reopened = 1 }, await SweepAsync(End.AddDays(-18)));
        Assert.Equal(AlertStatus.Open, Assert.Single(await AlertsAsync(agreement.Id)).Status);
    }

    [Fact]
    public async Task Sweep_Payment_UntilPaidAndAcrossOtherChanges()
    {
        AgreementInput input = await InputAsync(null) with { Payments = [new PaymentInput { DueOn = End, Amount = 5, Currency = "KRW" }] };
        Agreement agreement = await AgreementAsync(input);
        await SweepAsync(End.AddDays(-7));
        await MoveAsync(agreement.Id, input with { TitleEn = "Renamed" });
        Assert.Equal(new SweepOutcome(), await SweepAsync(End.AddDays(-7)));
        await SweepAsync(End.AddDays(100));
        Assert.All(await AlertsAsync(), a => Assert.Equal((SubjectKind.PaymentDue, AlertStatus.Open, (Guid?)null), (a.Kind, a.Status, a.ConsortiumId)));
        await MoveAsync(agreement.Id, input with { Payments = [new PaymentInput { DueOn = End, Amount = 5, Currency = "KRW", PaidOn = End }] });
        Assert.Equal(1, (await SweepAsync(End.AddDays(101))).Resolved);
    }

    [Fact]
    public async Task Sweep_Entitlement_EarlierOfItsOwnEndAndItsAgreements()
    {
        Entitlement own = await EntitlementAsync(End.AddDays(-10), End);
        Entitlement bound = await EntitlementAsync(null, End, "beta");
        await SweepAsync(End.AddDays(-30));
        Alert first = Assert.Single(await AlertsAsync(own.Id));
        Alert second = Assert.Single(await AlertsAsync(bound.Id));
        Assert.Equal((SubjectKind.EntitlementEnd, End.AddDays(-10), own.ConsortiumId, own.DatasetId), (first.Kind, first.Date, first.ConsortiumId!.Value, first.DatasetId!.Value));
        Assert.Equal(End, second.Date);
    }

    [Fact]
    public async Task Sweep_EntitlementRevoked_Resolved()
    {
        Entitlement entitlement = await EntitlementAsync(End, End);
        await SweepAsync(End.AddDays(-7));
        await ChangeAsync<Entitlement>(entitlement.Id, e => e.Revoke("project over", End.AddDays(-6), Clock));
        await SweepAsync(End.AddDays(-6));
        Assert.All(await AlertsAsync(entitlement.Id), a => Assert.Equal(AlertStatus.Resolved, a.Status));
    }

    [Fact]
    public async Task Sweep_ProgrammesWindows_WhereThereIsOneProgramme()
    {
        await SaveAsync(Support.Given.Programme());
        Agreement agreement = await AgreementAsync(End);
        await SweepAsync(End.AddDays(-40));
        await SweepAsync(End.AddDays(-29));
        Assert.Equal(30, Assert.Single(await AlertsAsync(agreement.Id)).Window);
    }

    [Fact]
    public async Task Sweep_ManyPages_FourSweepsAtOnce_EachAlertOnceWithItsAuditEvent()
    {
        AgreementInput input = await InputAsync(End);
        await SaveAsync([.. Enumerable.Range(0, 2500).Select(i => Agreement.Register(input with { Number = $"M-{i}" }, Clock))]);
        SweepOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepAsync(End.AddDays(-20))));
        Assert.Equal(2500, outcomes.Sum(o => o.Raised));
        Assert.Equal(2500, (await AlertsAsync()).Count);
        await using RegistryDb db = Open();
        Assert.Equal(2500, await db.AuditEvents.CountAsync(e => e.Action == "alert.raised", Cancellation));
    }

    [Fact]
    public async Task Sweep_CrashBetweenChunks_TheNextSweepFinishes()
    {
        AgreementInput input = await InputAsync(End);
        await SaveAsync([.. Enumerable.Range(0, 2500).Select(i => Agreement.Register(input with { Number = $"M-{i}" }, Clock))]);
        await Assert.ThrowsAsync<IOException>(() => SweepAsync(End.AddDays(-20), new Failing(Factory, afterOpenings: 6)));
        int before = (await AlertsAsync()).Count;
        Assert.InRange(before, 1, 2499);
        await SweepAsync(End.AddDays(-19));
        List<Alert> alerts = await AlertsAsync();
        Assert.Equal(2500, alerts.Count);
        Assert.Equal(2500, alerts.Select(a => a.SubjectId).Distinct().Count());
    }

    private Task MoveAsync(Guid id, AgreementInput input) =>
        ChangeAsync<Agreement>(id, a => a.Change(input, Clock), rows => rows.Include(a => a.Payments).Include(a => a.Parties).Include(a => a.Documents).Include(a => a.Datasets));

    private sealed class Failing(IRegistryDbFactory inner, int afterOpenings) : IRegistryDbFactory
    {
        private int left = afterOpenings;

        public IRegistryDb Create(Actor actor) => --left < 0 ? throw new IOException("power cut") : inner.Create(actor);
    }
}

public sealed class SqliteSweepTests(PostgresServer server) : SweepTests(StorageOptions.Sqlite, server);

public sealed class PostgresSweepTests(PostgresServer server) : SweepTests(StorageOptions.Postgres, server);
