using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>Messages to send.</summary>
internal static class Given
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    public static AlertFacts Facts(string title = "뉴스 <b>말뭉치</b> & \"AI\"", string? english = null)
    {
        var watched = new WatchedDate(
            SubjectKind.EntitlementEnd, Ids.New(Clock), new DateOnly(2026, 12, 1), Ids.New(Clock), Ids.New(Clock), Ids.New(Clock), LocalizedText.Of(title, english, "Subject", 300));
        var alert = Alert.Raise(watched, 7, [30, 14], Clock);
        return new AlertFacts(alert, "계약-2026-1", "ko-news", LocalizedText.Of("알파 컨소시엄", "Alpha", "Name", 100), new Uri($"https://catalogue.example.org/odata/Alerts({alert.Id})"));
    }

    public static Message Message(string target, Channel channel = Channel.Email, AlertFacts? facts = null, string language = "ko")
    {
        facts ??= Facts();
        var owner = new Actor(Ids.New(Clock), "officer", Roles.Compliance);
        var subscription = Subscription.Subscribe(
            new SubscriptionInput { Name = "알림", Channel = channel, Target = channel == Channel.Email ? "officer@example.org" : "https://example.org/hook", Language = language }, owner, Clock);
        var delivery = Delivery.Of(facts.Alert, subscription, Clock);
        return MessageWriter.Write(delivery, subscription, [facts], 1, facts.Alert.RaisedAt, new DateOnly(2026, 11, 24)) with { Target = target, Secret = Secret };
    }

    public static Message Digest(string target, int alerts)
    {
        var owner = new Actor(Ids.New(Clock), "officer", Roles.Compliance);
        var subscription = Subscription.Subscribe(new SubscriptionInput { Name = "알림", Channel = Channel.Webhook, Target = "https://example.org/hook", Pace = Pace.Daily }, owner, Clock);
        var day = new DateOnly(2026, 11, 24);
        List<AlertFacts> facts = [.. Enumerable.Range(0, alerts).Select(i => Facts($"말뭉치 {i} {new string('긴', 250)}"))];
        return MessageWriter.Write(Delivery.Digest(subscription, day, Clock), subscription, facts, alerts + 7, facts[0].Alert.RaisedAt, day) with { Target = target, Secret = Secret };
    }
}
