using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance;

/// <summary>What sort of date is watched (domain rule 16).</summary>
public enum SubjectKind
{
    /// <summary>Last day of an agreement.</summary>
    AgreementEnd,

    /// <summary>Last day on which notice prevents an automatic renewal.</summary>
    NoticeDeadline,

    /// <summary>Last day on which an option to renew can be taken.</summary>
    OptionDeadline,

    /// <summary>Last day of an entitlement.</summary>
    EntitlementEnd,

    /// <summary>Last day to pay.</summary>
    PaymentDue,

    /// <summary>The day on which the use of a dataset was halted; told to those with a right to it.</summary>
    DatasetSuspended,

    /// <summary>The day on which a dataset was withdrawn for good; told to those with a right to it.</summary>
    DatasetWithdrawn,

    /// <summary>Last day to fulfil an obligation.</summary>
    ObligationDue,

    /// <summary>The day on which it was written down that an agreement renewed by itself.</summary>
    AgreementRenewed,

    /// <summary>The day of a run that used what it might not.</summary>
    UseNotAllowed,

    /// <summary>The day on which a consortium asked for data, or answered; told to staff.</summary>
    RequestWaiting,

    /// <summary>The day on which a request was decided or asked back about; told to the consortium.</summary>
    RequestAnswered,

    /// <summary>The day on which a right to use was taken back; told to the consortium.</summary>
    EntitlementRevoked,

    /// <summary>The day on which a saved search found what is new; told to its owner alone.</summary>
    SearchHits,
}

/// <summary>Where an alert stands.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has taken it up.</summary>
    Open,

    /// <summary>Someone has taken note.</summary>
    Acknowledged,

    /// <summary>The date moved, so it no longer holds.</summary>
    Superseded,

    /// <summary>What it warned of is settled.</summary>
    Resolved,
}

/// <summary>That a date approaches or passed: one for each subject, date and window, whatever happens (domain rule 17).</summary>
public sealed class Alert : Entity
{
    /// <summary>Longest time, in days, that an alert can be put off.</summary>
    public const int LongestSnooze = 90;

    private Alert() { }

    /// <summary>What sort of date.</summary>
    public SubjectKind Kind { get; private set; }

    /// <summary>Id of the agreement, entitlement or payment.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The date.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Days before the date that made it due: 0 on the day, negative after it.</summary>
    public int Window { get; private set; }

    /// <summary>More distant windows that were missed and that this one stands for.</summary>
    public List<int> Missed { get; private set; } = [];

    /// <summary>Agreement concerned, or null.</summary>
    public Guid? AgreementId { get; private set; }

    /// <summary>Dataset concerned, or null.</summary>
    public Guid? DatasetId { get; private set; }

    /// <summary>The consortium whose right it is; its members see it; null for staff only.</summary>
    public Guid? ConsortiumId { get; private set; }

    /// <summary>The one person who sees it, or null where all do whose matter it is.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>What it is about, in Korean and English, as in an agreement's number and title.</summary>
    public LocalizedText Subject { get; private set; } = null!;

    /// <summary>When it was raised, UTC.</summary>
    public DateTime RaisedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public AlertStatus Status { get; private set; }

    /// <summary>Who acknowledged it, or null.</summary>
    public string? AcknowledgedBy { get; private set; }

    /// <summary>When it was acknowledged, UTC, or null.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>What was noted then, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>Until which day nobody wants to hear of its subject, or null.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>Who said so, or null.</summary>
    public string? SnoozedBy { get; private set; }

    /// <summary>How far it has been passed on: 1 for the first recipients, one more each time that nobody took it up.</summary>
    public int Tier { get; private set; } = 1;

    /// <summary>When it was passed on last, UTC, or null.</summary>
    public DateTime? EscalatedAt { get; private set; }

    /// <summary>Raises an alert.</summary>
    public static Alert Raise(WatchedDate watched, int window, IEnumerable<int> missed, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        Kind = watched.Kind,
        SubjectId = watched.SubjectId,
        Date = watched.Date,
        Window = window,
        Missed = [.. missed],
        AgreementId = watched.AgreementId,
        DatasetId = watched.DatasetId,
        ConsortiumId = watched.ConsortiumId,
        OwnerId = watched.OwnerId,
        Subject = watched.Subject,
        RaisedAt = clock.Instant(),
    };

    /// <summary>Takes note of it; a second time changes nothing.</summary>
    /// <exception cref="DomainException"><c>alert-closed</c> where it is superseded or resolved.</exception>
    public void Acknowledge(string? note, Actor by, TimeProvider clock)
    {
        if (Status == AlertStatus.Acknowledged) return;
        if (Status != AlertStatus.Open) throw new DomainException(ComplianceErrors.AlertClosed, null, Status);
        Note = Check.OptionalText(note, nameof(Note), 2000);
        (Status, AcknowledgedBy, AcknowledgedAt) = (AlertStatus.Acknowledged, by.Name, clock.Instant());
    }

    /// <summary>Says that nobody wants to hear of its subject before that day; later windows are told then.</summary>
    /// <exception cref="DomainException">It is closed, or the day does not lie ahead.</exception>
    public void Snooze(DateOnly until, DateOnly today, Actor by)
    {
        if (!Stands) throw new DomainException(ComplianceErrors.AlertClosed, null, Status);
        if (until <= today || until > today.AddDays(LongestSnooze)) throw new DomainException(CommonErrors.Invalid, "Until", until, "day", $"choose one from tomorrow to {LongestSnooze} days ahead");
        (SnoozedUntil, SnoozedBy) = (until, by.Name);
    }

    /// <summary>Holds it back because its subject was put off before it was raised.</summary>
    internal void Hold(DateOnly until, string? by) => (SnoozedUntil, SnoozedBy) = (until, by);

    /// <summary>Passes it on to further recipients, since nobody took it up.</summary>
    public void Escalate(int tier, TimeProvider clock)
    {
        if (Status != AlertStatus.Open || tier <= Tier) return;
        (Tier, EscalatedAt) = (tier, clock.Instant());
    }

    /// <summary>Closes it because the date moved; one that is closed stays as it was closed.</summary>
    public void Supersede()
    {
        if (Stands) Status = AlertStatus.Superseded;
    }

    /// <summary>Closes it because what it warned of is settled; one that is closed stays as it was closed.</summary>
    public void Resolve()
    {
        if (Stands) Status = AlertStatus.Resolved;
    }

    /// <summary>Whether only staff take note of it: what a consortium owes, or did without a right, is not for itself to silence.</summary>
    public bool IsForStaffToSettle => Kind is SubjectKind.ObligationDue or SubjectKind.UseNotAllowed;

    /// <summary>Whether it still asks for someone's attention.</summary>
    public bool Stands => Status is AlertStatus.Open or AlertStatus.Acknowledged;

    /// <summary>Takes a closing back: the date holds again. One that stands is left alone.</summary>
    public void Reopen()
    {
        if (!Stands) Status = AcknowledgedAt is null ? AlertStatus.Open : AlertStatus.Acknowledged;
    }
}

/// <summary>A date that is watched.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="SubjectId">Whose date.</param>
/// <param name="Date">The date.</param>
/// <param name="AgreementId">Agreement concerned.</param>
/// <param name="DatasetId">Dataset concerned.</param>
/// <param name="ConsortiumId">The consortium whose right it is.</param>
/// <param name="Subject">What it is about.</param>
public sealed record WatchedDate(SubjectKind Kind, Guid SubjectId, DateOnly Date, Guid? AgreementId, Guid? DatasetId, Guid? ConsortiumId, LocalizedText Subject)
{
    /// <summary>The one person whom it concerns, or null.</summary>
    public Guid? OwnerId { get; init; }
}

/// <summary>Errors of alerts and deliveries.</summary>
public static class ComplianceErrors
{
    /// <summary>The alert is closed.</summary>
    public static readonly ErrorCode AlertClosed = new("alert-closed", ErrorKind.Conflict,
        "The alert is {0}; nobody needs to act on it any more.", "이 알림은 {0} 상태이므로 더 처리할 것이 없습니다.");

    /// <summary>A calendar of someone whom only a sign-in provider knows.</summary>
    public static readonly ErrorCode FeedNeedsKey = new("feed-needs-key", ErrorKind.Conflict,
        "A calendar's address is read without you, for as long as your API key opens; sign in with a key to make one.", "캘린더 주소는 API 키가 유효한 동안 로그인 없이 읽힙니다. API 키로 로그인해서 만드세요.");

    /// <summary>Nobody is left to pass an alert on to.</summary>
    public static readonly ErrorCode LastTier = new("last-tier", ErrorKind.Conflict,
        "The alert has reached tier {0} and no subscription of a higher tier wants it; acknowledge it, or add such a subscription.", "이 알림은 이미 {0}차 담당자에게 갔고 그다음 차수의 구독이 없습니다. 확인하거나, 다음 차수의 구독을 만드세요.");

    /// <summary>The obligation is not at a stage for this.</summary>
    public static readonly ErrorCode ObligationStage = new("obligation-stage", ErrorKind.Conflict,
        "The obligation is {0}; this can be done while it is {1}.", "의무의 상태가 {0}입니다. 이 작업은 {1} 상태에서 할 수 있습니다.");

    /// <summary>Evidence without anything in it.</summary>
    public static readonly ErrorCode NoEvidence = new("no-evidence", ErrorKind.Rule,
        "Give a statement of what was done, a document that shows it, or both.", "이행 내용에 대한 진술이나 증빙 문서 가운데 하나 이상을 주세요.");

    /// <summary>A document that was not uploaded.</summary>
    public static readonly ErrorCode NoDocument = new("no-document", ErrorKind.Rule,
        "There is no document with SHA-256 {0}; upload it to /documents first.", "SHA-256이 {0}인 문서가 없습니다. 먼저 /documents에 올리세요.");

    /// <summary>Copies that are still there.</summary>
    public static readonly ErrorCode CopiesLeft = new("copies-left", ErrorKind.Rule,
        "{0} registered copies are not marked as deleted; record their deletion first.", "등록된 사본 {0}개가 아직 삭제로 기록되지 않았습니다. 먼저 삭제를 기록하세요.");

    /// <summary>A copy that is gone.</summary>
    public static readonly ErrorCode CopyDeleted = new("copy-deleted", ErrorKind.Conflict,
        "The copy was recorded as deleted on {0}.", "이 사본은 {0}에 삭제된 것으로 기록되었습니다.");

    /// <summary>A document beyond the limit.</summary>
    public static readonly ErrorCode DocumentTooLarge = new("document-too-large", ErrorKind.TooLarge,
        "A document can have at most {0} bytes; send it in parts.", "문서는 {0}바이트를 넘을 수 없습니다. 나누어 보내세요.");

    /// <summary>A document without anything in it.</summary>
    public static readonly ErrorCode DocumentEmpty = new("document-empty", ErrorKind.Rule,
        "The document is empty; send its bytes as the body.", "문서가 비어 있습니다. 문서 내용을 본문으로 보내세요.");
}
