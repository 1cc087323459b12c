using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseChecks;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>That a consortium's right to a dataset under an agreement ends, or that its use of it does without a right.</summary>
/// <param name="ConsortiumId">Whose.</param>
/// <param name="AgreementId">Under which agreement.</param>
/// <param name="DatasetId">To which dataset.</param>
/// <param name="LastDay">The last day.</param>
internal sealed record RightEnd(Guid ConsortiumId, Guid AgreementId, Guid DatasetId, DateOnly LastDay);

/// <summary>Reads when rights end: the earliest of the entitlement's own end, its revocation, its agreement's end and its consortium's leaving.</summary>
internal static class RightEnds
{
    /// <summary>The rights with their last days; null where none is known. Of several to one dataset under one agreement the last counts.</summary>
    public static async Task<IReadOnlyList<(RightEnd Right, bool Ends)>> ReadAsync(IRegistryDb db, IQueryable<Entitlement> entitlements, CancellationToken cancellation)
    {
        var rows = await entitlements.AsNoTracking().OrderBy(e => e.Id)
            .Select(e => new { e.ConsortiumId, e.AgreementId, e.DatasetId, e.EndsOn, e.RevokedOn, e.StartsOn, AgreementEnd = e.Agreement!.EndsOn, e.Agreement.TerminatedOn, e.Consortium!.EndedOn })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => (Right: (r.ConsortiumId, r.AgreementId, r.DatasetId), Last: Days.Earliest(r.EndsOn, r.RevokedOn, r.AgreementEnd, r.TerminatedOn, r.EndedOn), r.StartsOn))
                .Where(r => !(r.Last < r.StartsOn)).GroupBy(r => r.Right)
                .Select(g => (new RightEnd(g.Key.ConsortiumId, g.Key.AgreementId, g.Key.DatasetId, g.Max(r => r.Last ?? DateOnly.MaxValue)), g.All(r => r.Last is not null))),
        ];
    }

    /// <summary>Of an agreement: the consortia that used what it covers and never had a right under it.</summary>
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
}
