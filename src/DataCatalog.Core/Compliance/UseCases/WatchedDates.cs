using System.Linq.Expressions;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// The watched dates as the rows have them on a day (domain rules 16 and 19a). Each kind has one query for each column that its date can
/// come from, so that a span of days is a range of that column's index; a row is in at most one of them.
/// </summary>
internal static class WatchedDates
{
    /// <summary>The kinds that a day brings near, in the order in which they are swept.</summary>
    public static readonly IReadOnlyList<SubjectKind> Kinds =
        [SubjectKind.AgreementEnd, SubjectKind.NoticeDeadline, SubjectKind.OptionDeadline, SubjectKind.EntitlementEnd, SubjectKind.PaymentDue, SubjectKind.ObligationDue];

    /// <summary>The dates of one kind that hold on the day, column by column.</summary>
    public static IReadOnlyList<IQueryable<WatchedRow>> Of(IRegistryDb db, SubjectKind kind, DateOnly asOf) => kind switch
    {
        SubjectKind.AgreementEnd => AgreementEnds(Standing(db, asOf)),
        SubjectKind.NoticeDeadline => Deadlines(Standing(db, asOf), RenewalKind.Automatic),
        SubjectKind.OptionDeadline => Deadlines(Standing(db, asOf), RenewalKind.Option),
        SubjectKind.EntitlementEnd => EntitlementEnds(db),
        SubjectKind.PaymentDue => [PaymentsDue(db)],
        SubjectKind.ObligationDue => [ObligationsDue(db)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of date is not watched."),
    };

    /// <summary>The dates of the subjects.</summary>
    public static async Task<Dictionary<Guid, WatchedRow>> OfAsync(
        IRegistryDb db, SubjectKind kind, IReadOnlyCollection<Guid> subjects, DateOnly asOf, CancellationToken cancellation)
    {
        Dictionary<Guid, WatchedRow> rows = [];
        foreach (IQueryable<WatchedRow> dates in Of(db, kind, asOf))
        {
            foreach (WatchedRow row in await dates.Where(r => subjects.Contains(r.Id)).ToListAsync(cancellation)) rows.Add(row.Id, row);
        }

        return rows;
    }

    private static IQueryable<Agreement> Standing(IRegistryDb db, DateOnly asOf) =>
        db.Agreements.AsNoTracking().Where(a => a.SupersededById == null && (a.TerminatedOn == null || a.TerminatedOn >= asOf));

    // One that renews by itself ends on no day of its own, unless it was terminated: it is alerted while a decision is still possible.
    private static IReadOnlyList<IQueryable<WatchedRow>> AgreementEnds(IQueryable<Agreement> agreements) =>
    [
        Dated(agreements.Where(a => a.EndsOn != null && (a.TerminatedOn == null ? a.Renewal != RenewalKind.Automatic || a.NoticeGivenOn != null : a.TerminatedOn >= a.EndsOn)), a => a.EndsOn!.Value),
        Dated(agreements.Where(a => a.TerminatedOn != null && (a.EndsOn == null || a.TerminatedOn < a.EndsOn)), a => a.TerminatedOn!.Value),
    ];

    // Without a notice period a decision is possible until the last day.
    private static IReadOnlyList<IQueryable<WatchedRow>> Deadlines(IQueryable<Agreement> agreements, RenewalKind renewal)
    {
        IQueryable<Agreement> renewing = agreements.Where(a => a.Renewal == renewal && a.TerminatedOn == null && a.NoticeGivenOn == null);
        return
        [
            Dated(renewing.Where(a => a.NoticeDeadline != null), a => a.NoticeDeadline!.Value),
            Dated(renewing.Where(a => a.NoticeDeadline == null && a.EndsOn != null), a => a.EndsOn!.Value),
        ];
    }

    // The earliest of its own end, its agreement's and its agreement's termination. What renews by itself ends on no day of its own: rights under it neither.
    private static IReadOnlyList<IQueryable<WatchedRow>> EntitlementEnds(IRegistryDb db)
    {
        IQueryable<Entitlement> standing = db.Entitlements.AsNoTracking().Where(e => e.RevokedOn == null);
        return
        [
            Dated(standing.Where(e => e.EndsOn != null && (e.Agreement!.EndsOn == null || e.EndsOn <= e.Agreement.EndsOn)
                && (e.Agreement.TerminatedOn == null || e.EndsOn <= e.Agreement.TerminatedOn)), e => e.EndsOn!.Value),
            Dated(standing.Where(e => e.Agreement!.EndsOn != null && (e.EndsOn == null || e.Agreement.EndsOn < e.EndsOn)
                && (e.Agreement.Renewal != RenewalKind.Automatic || e.Agreement.NoticeGivenOn != null || e.Agreement.TerminatedOn != null)
                && (e.Agreement.TerminatedOn == null || e.Agreement.EndsOn <= e.Agreement.TerminatedOn)), e => e.Agreement!.EndsOn!.Value),
            Dated(standing.Where(e => e.Agreement!.TerminatedOn != null && (e.EndsOn == null || e.Agreement.TerminatedOn < e.EndsOn)
                && (e.Agreement.EndsOn == null || e.Agreement.TerminatedOn < e.Agreement.EndsOn)), e => e.Agreement!.TerminatedOn!.Value),
        ];
    }

    private static IQueryable<WatchedRow> PaymentsDue(IRegistryDb db) =>
        from a in db.Agreements.AsNoTracking()
        from p in a.Payments
        where p.PaidOn == null
        select new WatchedRow
        {
            Id = p.Id, Version = a.RowVersion, Date = p.DueOn, AgreementId = a.Id, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = a.Title.Ko, TitleEn = a.Title.En,
        };

    private static IQueryable<WatchedRow> ObligationsDue(IRegistryDb db) =>
        from o in db.Obligations.AsNoTracking()
        where o.DueOn != null && (o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted)
        join a in db.Agreements on o.AgreementId equals a.Id
        select new WatchedRow
        {
            Id = o.Id, Version = o.RowVersion + a.RowVersion, Date = o.DueOn!.Value, AgreementId = a.Id, DatasetId = o.DatasetId, ConsortiumId = o.ConsortiumId, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = o.Text.Ko, TitleEn = o.Text.En,
        };

    private static IQueryable<WatchedRow> Dated(IQueryable<Agreement> agreements, Expression<Func<Agreement, DateOnly>> date) =>
        agreements.Select(Row(date, (a, on) => new WatchedRow
        {
            Id = a.Id, Version = a.RowVersion, Date = on, AgreementId = a.Id, OwnWindows = a.AlertWindows, Number = a.Number, TitleKo = a.Title.Ko, TitleEn = a.Title.En,
        }));

    private static IQueryable<WatchedRow> Dated(IQueryable<Entitlement> entitlements, Expression<Func<Entitlement, DateOnly>> date) =>
        entitlements.Select(Row(date, (e, on) => new WatchedRow
        {
            Id = e.Id, Version = e.RowVersion + e.Agreement!.RowVersion, Date = on, AgreementId = e.AgreementId, DatasetId = e.DatasetId, ConsortiumId = e.ConsortiumId,
            OwnWindows = e.Agreement!.AlertWindows, Number = null, TitleKo = e.Dataset!.Title.Ko, TitleEn = e.Dataset.Title.En,
        }));

    // Puts the column in the row's place of the date, so that the database sees the bare column.
    private static Expression<Func<T, WatchedRow>> Row<T>(Expression<Func<T, DateOnly>> date, Expression<Func<T, DateOnly, WatchedRow>> row)
    {
        ParameterExpression entity = row.Parameters[0];
        Expression column = ReplacingExpressionVisitor.Replace(date.Parameters[0], entity, date.Body);
        return Expression.Lambda<Func<T, WatchedRow>>(ReplacingExpressionVisitor.Replace(row.Parameters[1], column, row.Body), entity);
    }
}

/// <summary>A watched date as it is read.</summary>
internal sealed class WatchedRow
{
    private const int LongestSubject = 300;

    public Guid Id { get; init; }

    /// <summary>Counts up with every change of a row that the date depends on.</summary>
    public long Version { get; init; }

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
        new(kind, Id, Date, AgreementId, DatasetId, ConsortiumId, LocalizedText.Of(Named(Number, TitleKo), Named(Number, TitleEn), nameof(Alert.Subject), LongestSubject));

    /// <summary>How an agreement is named as a subject.</summary>
    public static LocalizedText Named(string number, LocalizedText title) => LocalizedText.Of(Named(number, title.Ko), Named(number, title.En), nameof(Alert.Subject), LongestSubject);

    // The number tells apart what titles may not; both together can be longer than a subject.
    private static string? Named(string? number, string? title)
    {
        if (title is null) return null;
        string whole = number is null ? title : $"{number} {title}";
        if (whole.Length <= LongestSubject) return whole;
        int length = char.IsHighSurrogate(whole[LongestSubject - 2]) ? LongestSubject - 2 : LongestSubject - 1;
        return whole[..length] + "…";
    }
}
