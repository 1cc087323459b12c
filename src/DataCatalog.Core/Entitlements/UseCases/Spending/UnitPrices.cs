using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Divides what datasets cost by what is in them.</summary>
internal static class UnitPrices
{
    /// <summary>The prices of all datasets that an agreement covers.</summary>
    public static async Task<List<UnitPrice>> ReadAsync(IRegistryDb db, List<SpendingLine> lines, CancellationToken cancellation)
    {
        Guid[] datasets = [.. lines.Select(l => l.DatasetId).OfType<Guid>().Distinct()];
        Dictionary<Guid, string> keys = await db.Datasets.AsNoTracking().Where(d => datasets.Contains(d.Id)).Select(d => new { d.Id, d.Key }).ToDictionaryAsync(d => d.Id, d => d.Key, cancellation);
        List<DatasetVersion> versions = await db.DatasetVersions.AsNoTracking().Where(v => datasets.Contains(v.DatasetId) && v.PublishedAt != null).ToListAsync(cancellation);
        Dictionary<Guid, DatasetVersion> newest = versions.GroupBy(v => v.DatasetId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.PublishedAt).ThenBy(v => v.Id).Last());
        return
        [
            .. lines.Where(l => l.DatasetId is not null).GroupBy(l => (Dataset: l.DatasetId!.Value, l.Modality))
                .Select(g => Of(g.Key.Dataset, keys[g.Key.Dataset], g.Key.Modality, newest.GetValueOrDefault(g.Key.Dataset), [.. g]))
                .OrderBy(p => p.Dataset, StringComparer.Ordinal).ThenBy(p => p.Modality, StringComparer.Ordinal),
        ];
    }

    private static UnitPrice Of(Guid id, string key, string? modality, DatasetVersion? version, SpendingLine[] lines)
    {
        SpendingLine[] missing = Array.FindAll(lines, l => l.Committed is null);
        decimal? committed = missing.Length > 0 ? null : lines.Sum(l => l.Committed);
        (string? unit, decimal? units) = UnitsOf(modality, version);
        return new UnitPrice
        {
            DatasetId = id, Dataset = key, Modality = modality, Unit = unit, Units = units, Currency = lines[0].Currency, Committed = committed,
            Price = units > 0 && committed is { } sum ? decimal.Round(sum / units.Value, 10) : null,
            Unconverted = Summed.Texts(missing.GroupBy(l => l.OwnCurrency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(l => l.OwnCommitted)))),
        };
    }

    private static (string? Unit, decimal? Units) UnitsOf(string? modality, DatasetVersion? version) => modality switch
    {
        "text" => ("token", version?.Text?.Tokens),
        "image" => ("image", version?.Image?.Images),
        "audio" => ("hour", Hours(version?.Audio?.Hours)),
        "video" => ("hour", Hours(version?.Video?.Hours)),
        _ => (null, null),
    };

    private static decimal? Hours(double? hours) => hours is > 0 and < 1e15 ? (decimal)hours.Value : null;
}
