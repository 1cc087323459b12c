using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseChecks;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>That a consortium's right to a dataset under an agreement ends, or that its use of it does without a right.</summary>
/// <param name="ConsortiumId">Whose.</param>
/// <param name="AgreementId">Under which agreement.</param>
/// <param name="DatasetId">To which dataset.</param>
/// <param name="LastDay">The last day; the last of the calendar where none is known.</param>
internal sealed record RightEnd(Guid ConsortiumId, Guid AgreementId, Guid DatasetId, DateOnly LastDay)
{
    /// <summary>The first day of the right.</summary>
    public DateOnly From { get; init; }

    /// <summary>Whether it ends at all.</summary>
    public bool Ends => LastDay != DateOnly.MaxValue;
}

/// <summary>Reads when rights end: the earliest of the entitlement's own end, its revocation, its agreement's end and its consortium's leaving.</summary>
internal static class RightEnds
{
    /// <summary>The rights with their days. Of several to one dataset under one agreement the last counts; one that goes on under the agreement that took its own's place does not end.</summary>
    public static async Task<IReadOnlyList<RightEnd>> ReadAsync(IRegistryDb db, IQueryable<Entitlement> entitlements, CancellationToken cancellation)
    {
        var rows = await entitlements.AsNoTracking().OrderBy(e => e.Id)
            .Select(e => new { e.ConsortiumId, e.AgreementId, e.DatasetId, e.EndsOn, e.RevokedOn, e.StartsOn, AgreementEnd = e.Agreement!.EndsOn, e.Agreement.TerminatedOn, e.Agreement.SupersededById, e.Consortium!.EndedOn })
            .ToListAsync(cancellation);
        HashSet<(Guid, Guid, Guid)> going = await GoingOnAsync(db, [.. rows.Select(r => r.SupersededById).OfType<Guid>().Distinct()], cancellation);
        return
        [
            .. rows.Select(r => (Row: r, Last: Days.Earliest(r.EndsOn, r.RevokedOn, r.AgreementEnd, r.TerminatedOn, r.EndedOn)))
                .Where(x => !(x.Last < x.Row.StartsOn)).GroupBy(x => (x.Row.ConsortiumId, x.Row.AgreementId, x.Row.DatasetId))
                .Select(g => new RightEnd(g.Key.ConsortiumId, g.Key.AgreementId, g.Key.DatasetId, g.Max(x => IsCarried(x.Last, x.Row.TerminatedOn, x.Row.SupersededById, g.Key.ConsortiumId, g.Key.DatasetId) ? DateOnly.MaxValue : x.Last ?? DateOnly.MaxValue))
                {
                    From = g.Min(x => x.Row.StartsOn),
                }),
        ];

        bool IsCarried(DateOnly? last, DateOnly? terminated, Guid? successor, Guid consortium, Guid dataset) =>
            successor is { } by && last == terminated && going.Contains((consortium, by, dataset));
    }

    /// <summary>The rights that a day would cut short: they have begun by then and go on beyond it.</summary>
    public static async Task<List<RightEnd>> CutAsync(IRegistryDb db, IQueryable<Entitlement> entitlements, DateOnly lastDay, CancellationToken cancellation) =>
        [.. (await ReadAsync(db, entitlements, cancellation)).Where(r => r.From <= lastDay && r.LastDay > lastDay).Select(r => r with { LastDay = lastDay })];

    /// <summary>Of agreements: the consortia that used what they cover and never had a right under them.</summary>
    public static async Task<IReadOnlyList<RightEnd>> UsedWithoutRightAsync(IRegistryDb db, IReadOnlyCollection<Guid> agreements, Func<Guid, DateOnly> lastDay, CancellationToken cancellation)
    {
        var rows = await (from a in db.Agreements.AsNoTracking()
                          where agreements.Contains(a.Id)
                          from d in a.Datasets
                          join u in db.UsageRecords on d.DatasetId equals u.DatasetId
                          where !db.Entitlements.Any(e => e.AgreementId == a.Id && e.DatasetId == d.DatasetId && e.ConsortiumId == u.ConsortiumId)
                          select new { u.ConsortiumId, AgreementId = a.Id, d.DatasetId }).Distinct().ToListAsync(cancellation);
        return [.. rows.Select(r => new RightEnd(r.ConsortiumId, r.AgreementId, r.DatasetId, lastDay(r.AgreementId)))];
    }

    private static async Task<HashSet<(Guid Consortium, Guid Agreement, Guid Dataset)>> GoingOnAsync(IRegistryDb db, Guid[] successors, CancellationToken cancellation)
    {
        if (successors.Length == 0) return [];
        var held = await db.Entitlements.AsNoTracking().Where(e => successors.Contains(e.AgreementId)).Select(e => new { e.ConsortiumId, e.AgreementId, e.DatasetId }).Distinct().ToListAsync(cancellation);
        return [.. held.Select(h => (h.ConsortiumId, h.AgreementId, h.DatasetId))];
    }
}
