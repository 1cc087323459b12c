using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>What is put off, muted, passed on, or told once a week.</summary>
public abstract class EscalationTests(string provider, PostgresServer server) : AlertTests(provider, server)
{
    private static readonly DateOnly End = Day(2026, 12, 31);
    private static readonly SubscriptionInput Mail = new() { Name = "mail", Channel = Channel.Email, Target = "officer@example.org", Language = "en" };

    [Fact(DisplayName = "grokability/snipe-it#7677: put off until a day, and told again then, not every night")]
    public async Task Snoozed_LaterWindowIsToldOnThatDay()
    {
        await SubscribeAsync(Mail);
        await SubscribeAsync(Mail with { Pace = Pace.Daily });
        Alert first = await RaisedAsync(End.AddDays(-14));
        await SnoozeAsync(first.Id, End.AddDays(-5));
        await SweepOnAsync(End.AddDays(-7));
        Alert second = Assert.Single(await AlertsAsync(), a => a.Window == 7);
        Assert.Equal((End.AddDays(-5), "registry"), (second.SnoozedUntil, second.SnoozedBy));
        List<Delivery> later = (await DeliveriesAsync()).FindAll(d => d.AlertId == second.Id);
        Assert.Equal(2, later.Count);
        Assert.All(later, d => Assert.Equal(Calendar.StartOf(End.AddDays(-5)).UtcDateTime, d.DueAt));
        SetClock(End.AddDays(-7), 8);
        await PlanAsync();
        SetClock(End.AddDays(-5), 8);
        await PlanAsync();
        Assert.Equal(2, (await DeliveriesAsync()).Count(d => d.AlertId == second.Id));
        await SweepOnAsync(End.AddDays(-3));
        Assert.Null(Assert.Single(await AlertsAsync(), a => a.Window == 3).SnoozedUntil);
        Assert.All((await DeliveriesAsync()).Where(d => d.AlertId is not null && d.AlertId != second.Id && d.AlertId != first.Id), d => Assert.True(d.DueAt <= Calendar.Now));
    }

    [Fact]
    public async Task Snooze_Refusals()
    {
        Alert alert = await RaisedAsync(End.AddDays(-14));
        DateOnly today = Calendar.Today;
        Assert.Equal("invalid-value", await RefusedAsync(() => SnoozeAsync(alert.Id, today)));
        Assert.Equal("invalid-value", await RefusedAsync(() => SnoozeAsync(alert.Id, today.AddDays(Alert.LongestSnooze + 1))));
        Assert.Equal("required", await RefusedAsync(() => SnoozeAsync(alert.Id, null)));
        Assert.Equal("forbidden", await RefusedAsync(() => SnoozeAsync(alert.Id, today.AddDays(1), new Actor(Ids.New(Clock), "reader", Roles.Auditor))));
        // Staff would not hear of it either, so no member puts anything off, its own included.
        Assert.Equal("forbidden", await RefusedAsync(() => SnoozeAsync(alert.Id, today.AddDays(1), new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, Ids.New(Clock)))));
    }

    [Fact]
    public async Task Escalate_NobodyTookItUp_NextTierOnce_ThenTheOneAfter()
    {
        Subscription first = await SubscribeAsync(Mail);
        Subscription second = await SubscribeAsync(Mail with { Tier = 3 });
        Subscription third = await SubscribeAsync(Mail with { Tier = 5, Pace = Pace.Daily });
        Alert alert = await RaisedAsync(End.AddDays(-14));
        Assert.Equal(first.Id, Assert.Single(await DeliveriesAsync()).SubscriptionId);
        Assert.Equal(0, await EscalateOnAsync(End.AddDays(-12)));
        int[] passed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EscalateOnAsync(End.AddDays(-11))));
        Assert.Equal(1, passed.Sum());
        Assert.Equal(0, await EscalateOnAsync(End.AddDays(-9)));
        Assert.Equal(new HashSet<Guid> { first.Id, second.Id }, (await DeliveriesAsync()).Select(d => d.SubscriptionId).ToHashSet());
        Assert.Equal(1, await EscalateOnAsync(End.AddDays(-8)));
        Assert.Equal(0, await EscalateOnAsync(End.AddDays(-1)));
        Alert reached = Assert.Single(await AlertsAsync());
        Assert.Equal((5, alert.Id), (reached.Tier, reached.Id));
        Assert.Equal(third.Id, (await DeliveriesAsync())[^1].SubscriptionId);
        SetClock(End.AddDays(-1), 8);
        Assert.Equal(0, await PlanAsync());
        Assert.Equal(3, (await DeliveriesAsync()).Count);
        await using RegistryDb db = Open();
        Assert.Equal(2, await db.AuditEvents.CountAsync(e => e.Action == "alert.escalated" && e.SubjectId == alert.Id, Cancellation));
    }

    [Fact]
    public async Task EscalateByHand_TellsTheNextTierAtOnce_UntilThereIsNone()
    {
        Subscription second = await SubscribeAsync(Mail with { Tier = 2 });
        Alert alert = await RaisedAsync(End.AddDays(-14));
        Assert.Equal("forbidden", await RefusedAsync(() => PassOnAsync(alert.Id, new Actor(Ids.New(Clock), "reader", Roles.Auditor))));
        Assert.Equal("forbidden", await RefusedAsync(() => PassOnAsync(alert.Id, new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, Ids.New(Clock)))));
        await PassOnAsync(alert.Id);
        Assert.Equal((second.Id, Calendar.Now), (Assert.Single(await DeliveriesAsync()).SubscriptionId, (await DeliveriesAsync())[0].DueAt));
        Assert.Equal(2, Assert.Single(await AlertsAsync()).Tier);
        Assert.Equal("last-tier", await RefusedAsync(() => PassOnAsync(alert.Id)));
        await ChangeAsync<Alert>(alert.Id, a => a.Acknowledge(null, Actor.Registry, Clock));
        Assert.Equal("alert-closed", await RefusedAsync(() => PassOnAsync(alert.Id)));
        Assert.Single(await DeliveriesAsync());
    }

    [Theory]
    [InlineData("acknowledged")]
    [InlineData("snoozed")]
    [InlineData("muted")]
    [InlineData("off")]
    public async Task Escalate_NotWhereSomebodyTookItUpOrNobodyWantsIt(string why)
    {
        await SubscribeAsync(Mail with { Tier = 2, MutedKinds = why == "muted" ? ["AgreementEnd"] : [] });
        Alert alert = await RaisedAsync(End.AddDays(-14));
        if (why == "acknowledged") await ChangeAsync<Alert>(alert.Id, a => a.Acknowledge(null, Actor.Registry, Clock));
        if (why == "snoozed") await SnoozeAsync(alert.Id, End.AddDays(-9));
        Assert.Equal(0, await EscalateOnAsync(End.AddDays(-10), why == "off" ? 0 : 3));
        Assert.Empty(await DeliveriesAsync());
        if (why != "snoozed") return;
        Assert.Equal(0, await EscalateOnAsync(End.AddDays(-7)));
        Assert.Equal(1, await EscalateOnAsync(End.AddDays(-6)));
    }

    [Fact]
    public async Task Muted_IsToldByNoMessageAndNoDigest()
    {
        SetClock(End.AddDays(-31), 12);
        await SubscribeAsync(Mail with { MutedKinds = ["AgreementEnd"] });
        await SubscribeAsync(Mail with { MutedKinds = ["AgreementEnd"], Pace = Pace.Daily });
        await SubscribeAsync(Mail with { Tier = 2, Pace = Pace.Daily });
        await RaisedAsync(End.AddDays(-14));
        SetClock(End.AddDays(-13), 8);
        Assert.Equal(0, await PlanAsync());
        Assert.Empty(await DeliveriesAsync());
    }

    [Fact(DisplayName = "LAS:eR: the same list mailed every night; CORAL: a missed day lost, a second run mailing twice")]
    public async Task Weekly_OnMondays_WhatIsNewOnly_AMissedMondayCaughtUpOnce()
    {
        DateOnly monday = Day(2026, 11, 30);
        SetClock(monday.AddDays(-3), 12);
        Subscription weekly = await SubscribeAsync(Mail with { Pace = Pace.Weekly });
        await AgreementAsync(monday.AddDays(30));
        await SweepOnAsync(monday);
        SetClock(monday, 7, 54);
        Assert.Equal(0, await PlanAsync());
        await AgreementAsync(monday.AddDays(32));
        await SweepOnAsync(monday.AddDays(2));
        SetClock(monday.AddDays(3), 10);
        Assert.Equal(1, (await Task.WhenAll(PlanAsync(), PlanAsync(), PlanAsync())).Sum());
        Assert.Equal(0, await PlanAsync());
        Assert.Equal("1", await ToldAsync());
        SetClock(monday.AddDays(7), 7, 54);
        Assert.Equal(0, await PlanAsync());
        SetClock(monday.AddDays(7), 8);
        Assert.Equal(1, await PlanAsync());
        Assert.Equal("1 1", await ToldAsync());
        SetClock(monday.AddDays(14), 8);
        Assert.Equal(0, await PlanAsync());
        Assert.All(await DeliveriesAsync(), d => Assert.Equal((weekly.Id, DayOfWeek.Monday), (d.SubscriptionId, d.DigestOn!.Value.DayOfWeek)));
    }

    [Fact(DisplayName = "LAS:eR: members' copies skipped where staff got theirs")]
    public async Task Weekly_StaffAndMembersEachGetTheirs()
    {
        DateOnly monday = Day(2026, 11, 30);
        SetClock(monday.AddDays(-3), 12);
        var alpha = await EntitlementAsync(monday.AddDays(30), null);
        await EntitlementAsync(monday.AddDays(30), null, "beta");
        await SubscribeAsync(Mail with { Pace = Pace.Weekly });
        await SubscribeAsync(Mail with { Pace = Pace.Weekly }, new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, alpha.ConsortiumId));
        await SweepOnAsync(monday);
        SetClock(monday.AddDays(1), 8);
        Assert.Equal(2, await PlanAsync());
        Assert.Equal(0, await PlanAsync());
    }

    private async Task<Alert> RaisedAsync(DateOnly on)
    {
        SetClock(on);
        await AgreementAsync(End);
        await SweepAsync(on);
        return Assert.Single(await AlertsAsync());
    }

    private Task<SweepOutcome> SweepOnAsync(DateOnly day)
    {
        SetClock(day);
        return SweepAsync(day);
    }

    private Task<int> EscalateOnAsync(DateOnly day, int after = 3)
    {
        SetClock(day);
        return new EscalateAlerts(Factory, Calendar, Clock).HandleAsync(after, Cancellation);
    }

    private Task<int> PlanAsync() => new PlanDigests(Factory, Calendar, Clock).HandleAsync(Cancellation);

    // How many alerts each digest tells, as its message would.
    private async Task<string> ToldAsync()
    {
        var compose = new ComposeMessage(Calendar, new PublicUrl(new Uri("https://catalogue.example.org/")));
        List<int> told = [];
        foreach (Delivery digest in (await DeliveriesAsync()).OrderBy(d => d.DigestOn))
        {
            await using RegistryDb db = Open();
            told.Add((await compose.ForAsync(db, digest.Id, Cancellation)).Message!.Total);
        }

        return string.Join(' ', told);
    }

    private async Task<Alert> PassOnAsync(Guid id, Actor? by = null)
    {
        await using RegistryDb db = Open(by);
        return await new EscalateAlert(db, Clock).HandleAsync(id, null, Cancellation);
    }

    private async Task<Alert> SnoozeAsync(Guid id, DateOnly? until, Actor? by = null)
    {
        await using RegistryDb db = Open(by);
        return await new SnoozeAlert(db, Calendar).HandleAsync(id, null, until, Cancellation);
    }
}

public sealed class SqliteEscalationTests(PostgresServer server) : EscalationTests(StorageOptions.Sqlite, server);

public sealed class PostgresEscalationTests(PostgresServer server) : EscalationTests(StorageOptions.Postgres, server);
