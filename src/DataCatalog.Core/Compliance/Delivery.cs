using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, or to be sent again.</summary>
    Pending,

    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>Given up; the last error says why.</summary>
    Dead,
}

/// <summary>The telling of one alert, or of a day's digest, to one subscription: unique for each pair (domain rule 18).</summary>
public sealed class Delivery : Entity
{
    /// <summary>Waits after the first, second, … failure: ten attempts over 75.6 hours, as Standard Webhooks advises.</summary>
    public static readonly IReadOnlyList<TimeSpan> Schedule =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private Delivery() { }

    /// <summary>To whom.</summary>
    public Guid SubscriptionId { get; private set; }

    /// <summary>The alert; null for a digest.</summary>
    public Guid? AlertId { get; private set; }

    /// <summary>The day whose alerts a digest tells; null for a single alert.</summary>
    public DateOnly? DigestOn { get; private set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When the receiver took it, UTC, or null.</summary>
    public DateTime? DeliveredAt { get; private set; }

    /// <summary>Why the last attempt failed, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>Plans the telling of an alert, at once or not before an instant.</summary>
    public static Delivery Of(Alert alert, Subscription subscription, TimeProvider clock, DateTimeOffset? notBefore = null) =>
        new() { Id = Ids.New(clock), SubscriptionId = subscription.Id, AlertId = alert.Id, DueAt = notBefore?.UtcDateTime is { } later && later > clock.Instant() ? later : clock.Instant() };

    /// <summary>Plans a day's digest.</summary>
    public static Delivery Digest(Subscription subscription, DateOnly day, TimeProvider clock) =>
        new() { Id = Ids.New(clock), SubscriptionId = subscription.Id, DigestOn = day, DueAt = clock.Instant() };

    /// <summary>The receiver has it.</summary>
    public void Succeeded(DateTime now)
    {
        Attempts++;
        (State, DeliveredAt, LastError) = (DeliveryState.Delivered, now, null);
    }

    /// <summary>An attempt failed: it is tried again after the schedule's wait, or the receiver's own if longer, and is dead after the tenth.</summary>
    public void Failed(string error, TimeSpan? retryAfter, bool final, DateTime now)
    {
        LastError = error.Length <= 500 ? error : error[..500];
        if (final || Attempts >= Schedule.Count) State = DeliveryState.Dead;
        else DueAt = now + (retryAfter > Schedule[Attempts] ? retryAfter.Value : Schedule[Attempts]);
        Attempts++;
    }
}
