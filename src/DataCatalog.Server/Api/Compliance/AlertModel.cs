using DataCatalog.Core.Compliance;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>That a date approaches or passed: one for each subject, date and window.</summary>
public sealed class AlertModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>What sort of date.</summary>
    public SubjectKind Kind { get; set; }

    /// <summary>Id of the agreement, entitlement or payment.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>The date.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Days before the date that made it due: 0 on the day, negative after it.</summary>
    public int Window { get; set; }

    /// <summary>More distant windows that were missed and that this one stands for.</summary>
    public List<int> Missed { get; set; } = [];

    /// <summary>Id of the agreement concerned.</summary>
    public Guid? AgreementId { get; set; }

    /// <summary>Id of the dataset concerned.</summary>
    public Guid? DatasetId { get; set; }

    /// <summary>Id of the consortium whose right it is.</summary>
    public Guid? ConsortiumId { get; set; }

    /// <summary>What it is about, in Korean; at least one of the two is there.</summary>
    public string? SubjectKo { get; set; }

    /// <summary>What it is about, in English; at least one of the two is there.</summary>
    public string? SubjectEn { get; set; }

    /// <summary>When it was raised.</summary>
    public DateTime RaisedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public AlertStatus Status { get; set; }

    /// <summary>Who acknowledged it.</summary>
    public string? AcknowledgedBy { get; set; }

    /// <summary>When it was acknowledged.</summary>
    public DateTime? AcknowledgedAt { get; set; }

    /// <summary>What was noted then.</summary>
    public string? Note { get; set; }

    /// <summary>The day until which it was put off: what later windows of the same date raise is told then.</summary>
    public DateOnly? SnoozedUntil { get; set; }

    /// <summary>Who put it off.</summary>
    public string? SnoozedBy { get; set; }

    /// <summary>How far it has been passed on: 1 for the first recipients, more where nobody took it up in time.</summary>
    public int Tier { get; set; }

    /// <summary>When it was passed on last.</summary>
    public DateTime? EscalatedAt { get; set; }
}

/// <summary>Someone's wish to be told of alerts.</summary>
public sealed class SubscriptionModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>How to tell.</summary>
    public Channel Channel { get; set; }

    /// <summary>E-mail address or webhook URL.</summary>
    public string? Target { get; set; }

    /// <summary>How often.</summary>
    public Pace Pace { get; set; }

    /// <summary>Language of the messages: ko or en.</summary>
    public string Language { get; set; } = "";

    /// <summary>Kinds of date to be told of; empty for all.</summary>
    public List<string> Kinds { get; set; } = [];

    /// <summary>Kinds of date not to be told of, whatever Kinds says.</summary>
    public List<string> MutedKinds { get; set; } = [];

    /// <summary>1 is told first; 2 to 9 where those before took no notice in time.</summary>
    public int Tier { get; set; }

    /// <summary>Why nothing is sent any more; null while it is.</summary>
    public string? DisabledReason { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Secret that signs webhooks; shown once, in the answer that makes the subscription.</summary>
    public string? Secret { get; set; }
}

/// <summary>The telling of one alert, or of a day's digest, to one subscription.</summary>
public sealed class DeliveryModel : IRowModel
{
    /// <summary>Identity; the receiver can drop duplicates by it.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the subscription.</summary>
    public Guid SubscriptionId { get; set; }

    /// <summary>Id of the alert; null for a digest.</summary>
    public Guid? AlertId { get; set; }

    /// <summary>The day whose alerts a digest tells.</summary>
    public DateOnly? DigestOn { get; set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>When the receiver took it.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }
}
