using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Finds what was bought twice.</summary>
internal static class DoublePurchases
{
    /// <summary>Reads them; each pair of agreements and datasets once, for the strongest reason.</summary>
    public static async Task<List<DoublePurchase>> ReadAsync(IRegistryDb db, DateOnly today, CancellationToken cancellation)
    {
        Dictionary<Guid, AgreementMoney> priced = (await AgreementMoney.ReadAsync(db, today, cancellation)).Where(a => a.IsPriced).ToDictionary(a => a.Id);
        var covered = await db.Agreements.AsNoTracking().Where(a => a.SignedOn != null).SelectMany(a => a.Datasets)
            .Select(d => new { d.AgreementId, d.DatasetId, d.Dataset!.Key, d.Dataset.ProviderId, d.Dataset.Title }).ToListAsync(cancellation);
        covered.RemoveAll(c => !priced.ContainsKey(c.AgreementId));
        ILookup<Guid, string> files = await FilesAsync(db, [.. covered.Select(c => c.DatasetId).Distinct()], cancellation);
        var marks = from c in covered
                    from mark in Marks(c.DatasetId, c.ProviderId, c.Title, files[c.DatasetId])
                    select (Mark: mark, Purchase: new Purchase(priced[c.AgreementId], c.DatasetId, c.Key));
        return
        [
            .. marks.GroupBy(m => m.Mark, m => m.Purchase).SelectMany(g => Pairs(g.Key, [.. g.Distinct()]))
                .GroupBy(b => (b.AgreementId, b.Dataset, b.OtherAgreementId, b.OtherDataset)).Select(g => g.OrderBy(b => b.Why).ThenBy(b => b.Same, StringComparer.Ordinal).First())
                .OrderBy(b => b.Number, StringComparer.Ordinal).ThenBy(b => b.OtherNumber, StringComparer.Ordinal).ThenBy(b => b.Dataset, StringComparer.Ordinal).ThenBy(b => b.OtherDataset, StringComparer.Ordinal),
        ];
    }

    /// <summary>A title without what makes no difference: case, width, spaces, punctuation.</summary>
    internal static string Plain(string? title) =>
        new([.. (title ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    // Empty files are all alike and say nothing.
    private static async Task<ILookup<Guid, string>> FilesAsync(IRegistryDb db, Guid[] datasets, CancellationToken cancellation)
    {
        var rows = await db.DatasetVersions.AsNoTracking().Where(v => datasets.Contains(v.DatasetId))
            .SelectMany(v => v.Distributions.Where(d => d.Sha256 != null && (d.Bytes == null || d.Bytes > 0)), (v, d) => new { v.DatasetId, d.Sha256 }).Distinct().ToListAsync(cancellation);
        return rows.ToLookup(r => r.DatasetId, r => r.Sha256!);
    }

    private static IEnumerable<(SameCorpus Why, string Same)> Marks(Guid dataset, Guid provider, LocalizedText title, IEnumerable<string> files)
    {
        yield return (SameCorpus.SameDataset, dataset.ToString());
        foreach (string file in files) yield return (SameCorpus.SameFile, file);
        foreach (string name in new[] { Plain(title.Ko), Plain(title.En) }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)) yield return (SameCorpus.SameTitle, $"{provider} {name}");
    }

    private static IEnumerable<DoublePurchase> Pairs((SameCorpus Why, string Same) mark, Purchase[] purchases)
    {
        // In the order of their starts, so that each is compared with those only that begin before it ends.
        Purchase[] ordered = [.. purchases.OrderBy(p => p.Agreement.StartsOn).ThenBy(p => p.Agreement.Number, StringComparer.Ordinal).ThenBy(p => p.Agreement.Id).ThenBy(p => p.Key, StringComparer.Ordinal)];
        for (int i = 0; i < ordered.Length; i++)
        {
            for (int j = i + 1; j < ordered.Length && !(ordered[j].Agreement.StartsOn > ordered[i].Agreement.LastDay); j++)
            {
                if (ordered[i].Agreement.Id != ordered[j].Agreement.Id && Pair(mark, ordered[i], ordered[j]) is { } pair) yield return pair;
            }
        }
    }

    private static DoublePurchase? Pair((SameCorpus Why, string Same) mark, Purchase one, Purchase other)
    {
        DateOnly from = other.Agreement.StartsOn;
        DateOnly? until = one.Agreement.LastDay < other.Agreement.LastDay || other.Agreement.LastDay is null ? one.Agreement.LastDay : other.Agreement.LastDay;
        if (until < from) return null;
        return new DoublePurchase
        {
            Why = mark.Why, Same = mark.Why switch { SameCorpus.SameDataset => null, SameCorpus.SameFile => mark.Same, _ => mark.Same[(mark.Same.IndexOf(' ', StringComparison.Ordinal) + 1)..] },
            AgreementId = one.Agreement.Id, Number = one.Agreement.Number, Dataset = one.Key, OtherAgreementId = other.Agreement.Id, OtherNumber = other.Agreement.Number, OtherDataset = other.Key,
            From = from, Until = until,
        };
    }

    private sealed record Purchase(AgreementMoney Agreement, Guid DatasetId, string Key);
}
