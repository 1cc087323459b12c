using System.Globalization;

namespace DataCatalog.Core.Compliance.Messages;

internal sealed class EnglishPhrases : Phrases
{
    public override string Language => "en";

    public override string Footer => "You get this because you subscribed to alerts in DataCatalog. Dates are days in the programme's time zone; an end day is included.";

    protected override Labels Words { get; } = new("Date", "About", "Agreement", "Dataset", "Consortium", "Not told earlier", "Alert");

    protected override IReadOnlyList<string> Weekdays { get; } = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public override string Headline(Alert alert, DateOnly today) =>
        $"{Counted(alert.Date, today)}: {What(alert.Kind, alert.Date < today)} {Day(alert.Date)}: {alert.Subject.In(Language)}";

    public override string Digest(DateOnly day, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} new {(count == 1 ? "alert" : "alerts")}, {Day(day)}");

    public override string More(int count) => string.Create(CultureInfo.InvariantCulture, $"And {count} more; see the Alerts set.");

    protected override string Left(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var ahead => string.Create(CultureInfo.InvariantCulture, $"in {ahead} days"),
        var past => string.Create(CultureInfo.InvariantCulture, $"{-past} days ago"),
    };

    private static string What(SubjectKind kind, bool past) => (kind, past) switch
    {
        (SubjectKind.AgreementEnd, false) => "agreement ends",
        (SubjectKind.AgreementEnd, true) => "agreement ended",
        (SubjectKind.NoticeDeadline, false) => "it renews by itself unless notice is given by",
        (SubjectKind.NoticeDeadline, true) => "notice against renewal was due by",
        (SubjectKind.OptionDeadline, false) => "the option to renew can be taken until",
        (SubjectKind.OptionDeadline, true) => "the option to renew could be taken until",
        (SubjectKind.EntitlementEnd, false) => "right to use ends",
        (SubjectKind.EntitlementEnd, true) => "right to use ended",
        (SubjectKind.DatasetSuspended, _) => "use of the dataset is suspended since",
        (SubjectKind.DatasetWithdrawn, _) => "the dataset is withdrawn since",
        (SubjectKind.AgreementRenewed, _) => "it renewed by itself; written down on",
        (SubjectKind.ObligationDue, false) => "an obligation is to be fulfilled by",
        (SubjectKind.ObligationDue, true) => "an obligation was to be fulfilled by",
        (SubjectKind.UseNotAllowed, _) => "a run used what it might not, on",
        (SubjectKind.RequestWaiting, _) => "a request waits for an answer since",
        (SubjectKind.RequestAnswered, _) => "a request was answered on",
        (SubjectKind.EntitlementRevoked, _) => "right to use was taken back on",
        (SubjectKind.SearchHits, _) => "a saved search found what is new, on",
        (SubjectKind.PaymentDue, false) => "payment is due",
        _ => "payment was due",
    };
}
