using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Finds what was paid for and never used.</summary>
internal static class UnusedPurchases
{
    /// <summary>Reads them, in the order of agreements and datasets.</summary>
    public static async Task<List<UnusedPurchase>> ReadAsync(IRegistryDb db, List<SpendingLine> lines, CancellationToken cancellation)
    {
        HashSet<Guid> used = [.. await db.UsageRecords.AsNoTracking().Select(u => u.DatasetId).Distinct().ToListAsync(cancellation)];
        Dictionary<Guid, string> keys = await db.Datasets.AsNoTracking().Select(d => new { d.Id, d.Key }).ToDictionaryAsync(d => d.Id, d => d.Key, cancellation);
        return
        [
            .. lines.Where(l => l.DatasetId is { } dataset && !used.Contains(dataset)).GroupBy(l => (l.AgreementId, Dataset: l.DatasetId!.Value)).Where(g => g.Any(l => l.OwnPaid > 0))
                .Select(g => Of([.. g], keys[g.Key.Dataset])).OrderBy(u => u.Number, StringComparer.Ordinal).ThenBy(u => u.Dataset, StringComparer.Ordinal),
        ];
    }

    private static UnusedPurchase Of(SpendingLine[] lines, string key)
    {
        SpendingLine[] missing = Array.FindAll(lines, l => l.Paid is null);
        return new UnusedPurchase
        {
            AgreementId = lines[0].AgreementId, Number = lines[0].Number, DatasetId = lines[0].DatasetId!.Value, Dataset = key, Currency = lines[0].Currency,
            Consortia = lines.Select(l => l.ConsortiumId).OfType<Guid>().Distinct().Count(), Paid = missing.Length > 0 ? null : lines.Sum(l => l.Paid),
            Unconverted = Summed.Texts(missing.GroupBy(l => l.OwnCurrency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(l => l.OwnPaid)))),
        };
    }
}
