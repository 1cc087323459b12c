using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Indexing;

/// <summary>Makes the documents of datasets from the rows as they are now, with a fixed number of queries however many datasets.</summary>
/// <param name="calendar">Today decides which terms are in effect.</param>
/// <param name="rights">What the use-check permits.</param>
public sealed class DocumentBuilder(Calendar calendar, CommonRights rights)
{
    /// <summary>The documents; of a dataset that is gone, that it is gone.</summary>
    /// <param name="db">The rows as the registry itself sees them.</param>
    /// <param name="ids">Datasets, each once.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DatasetDocument>> BuildAsync(IRegistryDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        List<Dataset> datasets = await db.Datasets.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Include(d => d.Provider).Include(d => d.Licences).ThenInclude(l => l.Licence).ToListAsync(cancellation);
        List<Entitlement> entitlements = await db.Entitlements.AsNoTracking().Where(e => ids.Contains(e.DatasetId)).Include(e => e.Consortium).ToListAsync(cancellation);
        ILookup<Guid, Entitlement> granted = entitlements.ToLookup(e => e.DatasetId);
        ILookup<Guid, AgreementRight> agreed = await AgreedAsync(db, ids, cancellation);
        ILookup<Guid, DocumentMay> may = await rights.ReadAsync(db, ids, cancellation);
        IEnumerable<DatasetDocument> present = datasets.Select(d => Describe(d, [.. granted[d.Id]], [.. agreed[d.Id]]) with { May = [.. may[d.Id]] });
        // A dataset that is gone does not come back, so nothing is newer.
        IEnumerable<DatasetDocument> gone = ids.Except(datasets.Select(d => d.Id)).Select(id => new DatasetDocument { Id = id, Version = long.MaxValue, Deleted = true });
        return [.. present, .. gone];
    }

    private async Task<ILookup<Guid, AgreementRight>> AgreedAsync(IRegistryDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        List<Agreement> agreements = await db.Agreements.AsNoTracking()
            .Where(a => a.SignedOn <= today && a.StartsOn <= today && a.SupersededById == null && a.Datasets.Any(d => ids.Contains(d.DatasetId)))
            .Include(a => a.Datasets.Where(d => ids.Contains(d.DatasetId))).ToListAsync(cancellation);
        List<Guid> agreementIds = [.. agreements.Select(a => a.Id)];
        List<Terms> terms = await db.Terms.AsNoTracking().Where(t => agreementIds.Contains(t.AgreementId) && t.EffectiveFrom <= today).ToListAsync(cancellation);
        Dictionary<Guid, Terms> inEffect = terms.GroupBy(t => t.AgreementId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(t => t.EffectiveFrom).ThenByDescending(t => t.Version).First());
        return agreements.SelectMany(a => a.Datasets, (a, d) => (d.DatasetId, Right: AgreementRight.Of(a, inEffect.GetValueOrDefault(a.Id))))
            .ToLookup(x => x.DatasetId, x => x.Right);
    }

    private DatasetDocument Describe(Dataset dataset, Entitlement[] granted, AgreementRight[] agreed) => new()
    {
        Id = dataset.Id,
        Version = dataset.RowVersion,
        Key = dataset.Key,
        TitleKo = dataset.Title.Ko,
        TitleEn = dataset.Title.En,
        DescriptionKo = dataset.Description.Ko,
        DescriptionEn = dataset.Description.En,
        Provider = dataset.Provider?.Key ?? "",
        ProviderNames = string.Join('\n', new[] { dataset.Provider?.Name.Ko, dataset.Provider?.Name.En }.Where(n => n is not null)),
        Modalities = dataset.Modalities,
        Languages = dataset.Languages,
        Domains = dataset.Domains,
        Tasks = dataset.Tasks,
        Licences = [.. dataset.Licences.Select(l => l.Licence!.Key)],
        Status = dataset.Status.ToString(),
        RegisteredAt = dataset.RegisteredAt,
        Rights = [.. agreed.Select(a => a.Right), .. granted.Where(e => e.StartsOn <= calendar.Today).SelectMany(e => RightsOf(e, agreed))],
        Consortia = [.. granted.Select(e => e.ConsortiumId).Distinct()],
    };

    private static IEnumerable<DocumentRight> RightsOf(Entitlement entitlement, AgreementRight[] agreed) =>
        from agreement in agreed
        where agreement.AgreementId == entitlement.AgreementId
        let end = Earliest(entitlement.EndsOn, entitlement.RevokedOn, entitlement.Consortium?.EndedOn, agreement.Right.EndsOn)
        select new DocumentRight(entitlement.ConsortiumId, agreement.Right.Actions, end);

    private static DateOnly? Earliest(params ReadOnlySpan<DateOnly?> days)
    {
        DateOnly? earliest = null;
        foreach (DateOnly? day in days)
        {
            if (earliest is null || day < earliest) earliest = day ?? earliest;
        }

        return earliest;
    }

    private sealed record AgreementRight(Guid AgreementId, DocumentRight Right)
    {
        public static AgreementRight Of(Agreement agreement, Terms? terms) =>
            new(agreement.Id, new DocumentRight(null, terms?.PermittedActions ?? [], Earliest(agreement.LastDay, terms?.EndsOn)));
    }
}
