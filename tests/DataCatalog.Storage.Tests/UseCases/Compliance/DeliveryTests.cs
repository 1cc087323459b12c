using System.Collections.Concurrent;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>Who is told, when, how often.</summary>
public abstract class DeliveryTests(string provider, PostgresServer server) : AlertTests(provider, server)
{
    private static readonly DateOnly End = Day(2026, 12, 31);
    private static readonly SubscriptionInput Mail = new() { Name = "mail", Channel = Channel.Email, Target = "officer@example.org", Language = "en" };

    [Fact]
    public async Task Plan_StaffHearsAll_AMemberItsOwnConsortiumOnly()
    {
        SetClock(End.AddDays(-7));
        Entitlement alpha = await EntitlementAsync(End, null);
        Entitlement beta = await EntitlementAsync(End, null, "beta");
        Subscription staff = await SubscribeAsync(Mail);
        Subscription member = await SubscribeAsync(Mail, new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, beta.ConsortiumId));
        await SweepAsync(End.AddDays(-7));
        List<Delivery> deliveries = await DeliveriesAsync();
        Assert.Equal(2, deliveries.Count(d => d.SubscriptionId == staff.Id));
        Assert.Equal((await AlertsAsync(beta.Id))[0].Id, Assert.Single(deliveries, d => d.SubscriptionId == member.Id).AlertId);
        Assert.NotEqual(alpha.Id, beta.Id);
    }

    [Fact(DisplayName = "glpi-project/glpi#4571: only the kinds chosen")]
    public async Task Plan_Kinds()
    {
        SetClock(End.AddDays(-7));
        await AgreementAsync(End);
        await SubscribeAsync(Mail with { Kinds = ["PaymentDue"] });
        Subscription ends = await SubscribeAsync(Mail with { Kinds = ["AgreementEnd"] });
        await SweepAsync(End.AddDays(-7));
        Assert.Equal(ends.Id, Assert.Single(await DeliveriesAsync()).SubscriptionId);
    }

    [Fact]
    public async Task Plan_InApp_DeliveredAtOnce()
    {
        SetClock(End.AddDays(-7));
        await AgreementAsync(End);
        await SubscribeAsync(new SubscriptionInput { Channel = Channel.InApp });
        await SweepAsync(End.AddDays(-7));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await DeliveriesAsync()).State);
    }

    [Fact]
    public async Task Deliver_TwoWorkersAtOnce_EachMessageOnce()
    {
        SetClock(End.AddDays(-7));
        for (int i = 0; i < 40; i++) await AgreementAsync(End);
        await SubscribeAsync(Mail);
        await SweepAsync(End.AddDays(-7));
        var channel = new Recording();
        await Task.WhenAll(DeliverAsync(channel), DeliverAsync(channel), DeliverAsync(channel));
        Assert.Equal(40, channel.Sent.Count);
        Assert.All(await DeliveriesAsync(), d => Assert.Equal((DeliveryState.Delivered, 1), (d.State, d.Attempts)));
    }

    [Fact]
    public async Task Deliver_Failing_TenAttemptsOver75HoursThenDead()
    {
        await OneDueAsync();
        var channel = new Recording { Answer = _ => SendOutcome.Failed("down") };
        DateTimeOffset start = Clock.GetUtcNow();
        for (int i = 0; i < 6000 && (await DeliveriesAsync())[0].State == DeliveryState.Pending; i++)
        {
            await DeliverAsync(channel);
            DateTime due = (await DeliveriesAsync())[0].DueAt;
            if ((await DeliveriesAsync())[0].State == DeliveryState.Pending) Clock.SetUtcNow(new DateTimeOffset(due));
        }

        Delivery delivery = Assert.Single(await DeliveriesAsync());
        Assert.Equal((DeliveryState.Dead, 10, "down"), (delivery.State, delivery.Attempts, delivery.LastError));
        Assert.Equal(75.6, (Clock.GetUtcNow() - start).TotalHours, 1);
        Assert.Single(channel.Sent.Select(m => m.DeliveryId).Distinct());
        await using RegistryDb db = Open();
        Assert.True(await db.AuditEvents.AnyAsync(e => e.Action == "delivery.dead" && e.SubjectId == delivery.Id, Cancellation));
    }

    [Fact]
    public async Task Deliver_RetryAfter_IsWaitedFor()
    {
        await OneDueAsync();
        var channel = new Recording { Answer = _ => SendOutcome.Failed("busy", TimeSpan.FromMinutes(7)) };
        await DeliverAsync(channel);
        Assert.Equal(Clock.GetUtcNow().UtcDateTime.AddMinutes(7), Assert.Single(await DeliveriesAsync()).DueAt);
    }

    [Fact]
    public async Task Deliver_Gone_DisablesTheSubscription()
    {
        Subscription subscription = await OneDueAsync();
        await DeliverAsync(new Recording { Answer = _ => SendOutcome.Disabled("410") });
        Assert.Equal(DeliveryState.Dead, Assert.Single(await DeliveriesAsync()).State);
        await using RegistryDb db = Open();
        Assert.Equal("410", (await db.Subscriptions.SingleAsync(s => s.Id == subscription.Id, Cancellation)).DisabledReason);
    }

    [Fact]
    public async Task Deliver_WorkerDiesWhileSending_SentAgainAfterItsLease()
    {
        await OneDueAsync();
        var dying = new Recording { Answer = _ => throw new InvalidOperationException("killed") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(dying));
        var channel = new Recording();
        Assert.Equal(0, await DeliverAsync(channel));
        Clock.Advance(DeliverAlerts.Lease);
        Assert.Equal(1, await DeliverAsync(channel));
        Assert.Equal(dying.Sent.Single().DeliveryId, channel.Sent.Single().DeliveryId);
    }

    [Fact]
    public async Task Deliver_AlertClosedMeanwhile_DroppedUnsent()
    {
        SetClock(End.AddDays(-7));
        Agreement agreement = await AgreementAsync(End);
        await SubscribeAsync(Mail);
        await SweepAsync(End.AddDays(-7));
        await SetAsync<Agreement>(agreement.Id, nameof(Agreement.EndsOn), End.AddYears(1));
        await SweepAsync(End.AddDays(-7));
        var channel = new Recording();
        await DeliverAsync(channel);
        Assert.Empty(channel.Sent);
        Assert.Equal((DeliveryState.Dead, DeliverAlerts.Overtaken), Assert.Single(await DeliveriesAsync()) is { } d ? (d.State, d.LastError) : default);
    }

    [Fact]
    public async Task Message_SaysWhatEndsWhenForWhomAndWhatWasMissed()
    {
        SetClock(End.AddDays(-5));
        Entitlement entitlement = await EntitlementAsync(End, null);
        await SubscribeAsync(Mail);
        await SubscribeAsync(Mail with { Language = "ko" });
        await SweepAsync(End.AddDays(-5));
        var channel = new Recording();
        await DeliverAsync(channel);
        Message english = channel.Sent.Single(m => m.Language == "en");
        Message korean = channel.Sent.Single(m => m.Language == "ko");
        Assert.Equal("[DataCatalog] D-5: right to use ends 2026-12-31 (Thu): Korean news news-alpha", english.Subject);
        Assert.Equal("[DataCatalog] D-5 이용권 종료 2026-12-31 (목): 한국어 뉴스 말뭉치", korean.Subject);
        Alert alert = Assert.Single(await AlertsAsync(entitlement.Id));
        foreach (string part in new[] { "in 5 days", "news-alpha", "A-001", "D-30", $"https://catalogue.example.org/odata/Alerts({alert.Id})" })
        {
            Assert.Contains(part, english.Text, StringComparison.Ordinal);
            Assert.Contains(part, english.Html, StringComparison.Ordinal);
        }

        Assert.Contains("5일 남음 (D-5)", korean.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "glpi-project/glpi#6004: one digest a day, and none where nothing is new")]
    public async Task Digest_OncePerDayWithWhatIsNew()
    {
        SetClock(End.AddDays(-31), 12);
        Subscription daily = await SubscribeAsync(Mail with { Pace = Pace.Daily });
        for (int i = 0; i < 3; i++) await AgreementAsync(End);
        SetClock(End.AddDays(-30), 0, 10);
        await SweepAsync(Calendar.Today);
        Assert.Empty(await DeliveriesAsync());
        SetClock(End.AddDays(-30), 7, 54);
        Assert.Equal(0, await PlanAsync());
        SetClock(End.AddDays(-30), 8, 0);
        Assert.Equal(1, await PlanAsync());
        Assert.Equal(0, await PlanAsync());
        var channel = new Recording();
        await DeliverAsync(channel);
        Message digest = Assert.Single(channel.Sent);
        Assert.Equal((3, End.AddDays(-30), "[DataCatalog] 3 new alerts, 2026-12-01 (Tue)"), (digest.Total, digest.DigestOn!.Value, digest.Subject));
        SetClock(End.AddDays(-29), 8, 0);
        await SweepAsync(Calendar.Today);
        Assert.Equal(0, await PlanAsync());
        SetClock(End.AddDays(-14), 8, 0);
        await SweepAsync(Calendar.Today);
        Assert.Equal(0, await PlanAsync());
        SetClock(End.AddDays(-13), 8, 0);
        Assert.Equal(1, await PlanAsync());
        Assert.Equal(2, (await DeliveriesAsync()).Count(d => d.SubscriptionId == daily.Id));
    }

    [Fact]
    public async Task Digest_FourPlannersAtOnce_OneDelivery()
    {
        SetClock(End.AddDays(-31), 12);
        await SubscribeAsync(Mail with { Pace = Pace.Daily });
        await AgreementAsync(End);
        SetClock(End.AddDays(-30), 0, 10);
        await SweepAsync(Calendar.Today);
        SetClock(End.AddDays(-30), 8, 0);
        int[] planned = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PlanAsync()));
        Assert.Equal(1, planned.Sum());
        Assert.Single(await DeliveriesAsync());
    }

    private async Task<Subscription> OneDueAsync()
    {
        SetClock(End.AddDays(-7));
        await AgreementAsync(End);
        Subscription subscription = await SubscribeAsync(Mail);
        await SweepAsync(End.AddDays(-7));
        return subscription;
    }

    private Task<int> PlanAsync() => new PlanDigests(Factory, Calendar, Clock).HandleAsync(Cancellation);

    private Task<int> DeliverAsync(Recording channel) =>
        new DeliverAlerts(Factory, [channel], new ComposeMessage(Calendar, new PublicUrl(new Uri("https://catalogue.example.org/"))), Calendar).HandleAsync(Cancellation);

    private sealed class Recording : IMessageChannel
    {
        public ConcurrentQueue<Message> Sent { get; } = new();

        public Func<Message, SendOutcome> Answer { get; init; } = _ => SendOutcome.Delivered;

        public Channel Kind => Channel.Email;

        public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellation)
        {
            Sent.Enqueue(message);
            return Task.FromResult(Answer(message));
        }
    }
}

public sealed class SqliteDeliveryTests(PostgresServer server) : DeliveryTests(StorageOptions.Sqlite, server);

public sealed class PostgresDeliveryTests(PostgresServer server) : DeliveryTests(StorageOptions.Postgres, server);
