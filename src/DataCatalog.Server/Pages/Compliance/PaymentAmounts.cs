using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What is to be paid on watched dates.</summary>
internal static class PaymentAmounts
{
    /// <summary>The amounts of those dates that are payments, by payment; of nothing for members (domain rule 22).</summary>
    public static async Task<IReadOnlyDictionary<Guid, Money>> OfAsync(IRegistryDb db, IEnumerable<WatchedDate> dates, CancellationToken cancellation)
    {
        if (!db.Actor.SeesEverything) return new Dictionary<Guid, Money>();
        Guid[] ids = [.. dates.Where(d => d.Kind == SubjectKind.PaymentDue).Select(d => d.SubjectId)];
        return await db.Agreements.AsNoTracking().SelectMany(a => a.Payments).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Amount }).ToDictionaryAsync(p => p.Id, p => p.Amount, cancellation);
    }
}
