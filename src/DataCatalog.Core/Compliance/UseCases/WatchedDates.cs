using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>The watched dates as the rows have them on a day (domain rules 16 and 19a), one query for each kind.</summary>
internal static class WatchedDates
{
    /// <summary>All kinds, in the order in which they are swept.</summary>
    public static readonly IReadOnlyList<SubjectKind> Kinds = Enum.GetValues<SubjectKind>();

    /// <summary>The dates of one kind that hold on the day.</summary>
    public static IQueryable<WatchedRow> Of(IRegistryDb db, SubjectKind kind, DateOnly asOf) => kind switch
    {
        SubjectKind.AgreementEnd => AgreementEnds(Standing(db, asOf)),
        SubjectKind.NoticeDeadline => NoticeDeadlines(Standing(db, asOf)),
        SubjectKind.OptionDeadline => OptionDeadlines(Standing(db, asOf)),
        SubjectKind.EntitlementEnd => EntitlementEnds(db),
        SubjectKind.PaymentDue => PaymentsDue(db),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of date is not watched."),
    };

    private static IQueryable<Agreement> Standing(IRegistryDb db, DateOnly asOf) =>
        db.Agreements.AsNoTracking().Where(a => a.SupersededById == null && (a.TerminatedOn == null || a.TerminatedOn >= asOf));

    // One that renews by itself ends on no day of its own, unless it was terminated: it is alerted while a decision is still possible.
    private static IQueryable<WatchedRow> AgreementEnds(IQueryable<Agreement> agreements) =>
        from a in agreements
        where a.Renewal != RenewalKind.Automatic || a.TerminatedOn != null
        let last = a.TerminatedOn != null && (a.EndsOn == null || a.TerminatedOn < a.EndsOn) ? a.TerminatedOn : a.EndsOn
        where last != null
        select new WatchedRow
        {
            Id = a.Id, Date = last.Value, AgreementId = a.Id, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = a.Title.Ko, TitleEn = a.Title.En,
        };

    private static IQueryable<WatchedRow> NoticeDeadlines(IQueryable<Agreement> agreements) =>
        Deadlines(agreements.Where(a => a.Renewal == RenewalKind.Automatic && a.TerminatedOn == null));

    private static IQueryable<WatchedRow> OptionDeadlines(IQueryable<Agreement> agreements) =>
        Deadlines(agreements.Where(a => a.Renewal == RenewalKind.Option && a.TerminatedOn == null));

    // Without a notice period a decision is possible until the last day.
    private static IQueryable<WatchedRow> Deadlines(IQueryable<Agreement> agreements) =>
        from a in agreements
        let deadline = a.NoticeDeadline ?? a.EndsOn
        where deadline != null
        select new WatchedRow
        {
            Id = a.Id, Date = deadline.Value, AgreementId = a.Id, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = a.Title.Ko, TitleEn = a.Title.En,
        };

    private static IQueryable<WatchedRow> EntitlementEnds(IRegistryDb db) =>
        from e in db.Entitlements.AsNoTracking()
        where e.RevokedOn == null
        let a = e.Agreement!
        let last = a.TerminatedOn != null && (a.EndsOn == null || a.TerminatedOn < a.EndsOn) ? a.TerminatedOn : a.EndsOn
        let end = e.EndsOn != null && (last == null || e.EndsOn < last) ? e.EndsOn : last
        where end != null
        select new WatchedRow
        {
            Id = e.Id, Date = end.Value, AgreementId = e.AgreementId, DatasetId = e.DatasetId, ConsortiumId = e.ConsortiumId, OwnWindows = a.AlertWindows,
            Number = null, TitleKo = e.Dataset!.Title.Ko, TitleEn = e.Dataset.Title.En,
        };

    private static IQueryable<WatchedRow> PaymentsDue(IRegistryDb db) =>
        from a in db.Agreements.AsNoTracking()
        from p in a.Payments
        where p.PaidOn == null
        select new WatchedRow
        {
            Id = p.Id, Date = p.DueOn, AgreementId = a.Id, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = a.Title.Ko, TitleEn = a.Title.En,
        };
}

/// <summary>A watched date as it is read.</summary>
internal sealed class WatchedRow
{
    private const int LongestSubject = 300;

    public Guid Id { get; init; }

    public DateOnly Date { get; init; }

    public Guid? AgreementId { get; init; }

    public Guid? DatasetId { get; init; }

    public Guid? ConsortiumId { get; init; }

    public required List<int> OwnWindows { get; init; }

    public string? Number { get; init; }

    public string? TitleKo { get; init; }

    public string? TitleEn { get; init; }

    public IReadOnlyList<int> Windows(IReadOnlyList<int> otherwise) => OwnWindows.Count > 0 ? OwnWindows : otherwise;

    public WatchedDate As(SubjectKind kind) =>
        new(kind, Id, Date, AgreementId, DatasetId, ConsortiumId, LocalizedText.Of(Named(TitleKo), Named(TitleEn), nameof(Alert.Subject), LongestSubject));

    // The number tells apart what titles may not; both together can be longer than a subject.
    private string? Named(string? title)
    {
        if (title is null || Number is null) return title;
        string whole = $"{Number} {title}";
        if (whole.Length <= LongestSubject) return whole;
        int length = char.IsHighSurrogate(whole[LongestSubject - 2]) ? LongestSubject - 2 : LongestSubject - 1;
        return whole[..length] + "…";
    }
}
