using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Import;

/// <summary>The rows of the registry that a batch refers to, and those that the batch has made so far.</summary>
internal sealed class KnownRows
{
    public required Dictionary<string, Organisation> Organisations { get; init; }

    public required Dictionary<string, Licence> Licences { get; init; }

    public required Dictionary<string, Dataset> Datasets { get; init; }

    public required Dictionary<string, Programme> Programmes { get; init; }

    public required Dictionary<string, Consortium> Consortia { get; init; }

    public required Dictionary<string, FoundationModel> Models { get; init; }

    public required Dictionary<(string Number, Guid LicensorId), Agreement> Agreements { get; init; }

    public required Dictionary<(Guid Consortium, Guid Dataset, Guid Agreement), List<Entitlement>> Entitlements { get; init; }

    /// <summary>In a dry run: what batches before would have made.</summary>
    public required IReadOnlySet<(string Kind, string Key)> Promised { get; init; }

    /// <summary>Reads what the items need, each kind in one question.</summary>
    public static async Task<KnownRows> LoadAsync(
        IRegistryDb db, IEnumerable<ImportItem> items, IReadOnlySet<(string Kind, string Key)> promised, CancellationToken cancellation)
    {
        var keys = new NeededKeys();
        foreach (ImportItem item in items) item.Collect(keys);
        Dictionary<(string, Guid), Agreement> agreements = await AgreementsAsync(db, keys, cancellation);
        return new KnownRows
        {
            Organisations = await ByKeyAsync(db.Organisations, keys.Organisations, o => o.Key, (q, k) => q.Where(o => k.Contains(o.Key)), cancellation),
            Licences = await LicencesAsync(db, keys, cancellation),
            Datasets = await ByKeyAsync(DatasetRows(db, keys), keys.Datasets, d => d.Key, (q, k) => q.Where(d => k.Contains(d.Key)), cancellation),
            Programmes = await ByKeyAsync(db.Programmes, keys.Programmes, p => p.Key, (q, k) => q.Where(p => k.Contains(p.Key)), cancellation),
            Consortia = await ByKeyAsync(db.Consortia.Include(c => c.Members), keys.Consortia, c => c.Key, (q, k) => q.Where(c => k.Contains(c.Key)), cancellation),
            Models = await ByKeyAsync(db.FoundationModels, keys.Models, m => m.Key, (q, k) => q.Where(m => k.Contains(m.Key)), cancellation),
            Agreements = agreements,
            Entitlements = await EntitlementsAsync(db, keys, agreements, cancellation),
            Promised = promised,
        };
    }

    /// <summary>The organisation of that key.</summary>
    /// <exception cref="DomainException"><c>unknown-key</c>.</exception>
    public Organisation Organisation(string? key, string field) => Find(Organisations, key, "organisation", field);

    /// <summary>The dataset of that key.</summary>
    /// <exception cref="DomainException"><c>unknown-key</c>.</exception>
    public Dataset Dataset(string? key, string field) => Find(Datasets, key, "dataset", field);

    /// <summary>The consortium of that key.</summary>
    /// <exception cref="DomainException"><c>unknown-key</c>.</exception>
    public Consortium Consortium(string? key, string field) => Find(Consortia, key, "consortium", field);

    /// <summary>The programme of that key.</summary>
    /// <exception cref="DomainException"><c>unknown-key</c>.</exception>
    public Programme Programme(string? key, string field) => Find(Programmes, key, "programme", field);

    /// <summary>The refusal of a key that is nowhere.</summary>
    public Exception Unknown(string kind, string key, string field) =>
        Promised.Contains((kind, key)) ? new PromisedException() : new DomainException(ImportErrors.UnknownKey, field, kind, key);

    private T Find<T>(Dictionary<string, T> rows, string? key, string kind, string field) =>
        string.IsNullOrWhiteSpace(key) ? throw new DomainException(CommonErrors.Required, field, field) : rows.GetValueOrDefault(key) ?? throw Unknown(kind, key, field);

    private static IQueryable<Dataset> DatasetRows(IRegistryDb db, NeededKeys keys)
    {
        IQueryable<Dataset> datasets = db.Datasets.Include(d => d.Licences);
        return keys.Versions ? datasets.Include(d => d.Versions).ThenInclude(v => v.Distributions) : datasets;
    }

    private static async Task<Dictionary<string, T>> ByKeyAsync<T>(
        IQueryable<T> rows, HashSet<string> keys, Func<T, string> key, Func<IQueryable<T>, List<string>, IQueryable<T>> where, CancellationToken cancellation)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (keys.Count == 0) return found;
        foreach (T row in await where(rows, [.. keys]).ToListAsync(cancellation)) found[key(row)] = row;
        return found;
    }

    // Licence keys are one whatever their case; those as long as one that is needed are few.
    private static async Task<Dictionary<string, Licence>> LicencesAsync(IRegistryDb db, NeededKeys keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Licence>(StringComparer.OrdinalIgnoreCase);
        if (keys.Licences.Count == 0) return found;
        List<int> lengths = [.. keys.Licences.Select(k => k.Length).Distinct()];
        foreach (Licence row in await db.Licences.Where(l => lengths.Contains(l.Key.Length)).ToListAsync(cancellation)) found[row.Key] = row;
        return found;
    }

    private static async Task<Dictionary<(string, Guid), Agreement>> AgreementsAsync(IRegistryDb db, NeededKeys keys, CancellationToken cancellation)
    {
        if (keys.Agreements.Count == 0) return [];
        List<string> numbers = [.. keys.Agreements];
        List<Agreement> rows = await db.Agreements.Where(a => numbers.Contains(a.Number))
            .Include(a => a.Parties).Include(a => a.Datasets).Include(a => a.Payments).Include(a => a.Documents).Include(a => a.TermsVersions)
            .ToListAsync(cancellation);
        return rows.ToDictionary(a => (a.Number, a.LicensorId));
    }

    private static async Task<Dictionary<(Guid, Guid, Guid), List<Entitlement>>> EntitlementsAsync(
        IRegistryDb db, NeededKeys keys, Dictionary<(string, Guid), Agreement> agreements, CancellationToken cancellation)
    {
        var found = new Dictionary<(Guid, Guid, Guid), List<Entitlement>>();
        if (!keys.Entitlements || agreements.Count == 0) return found;
        List<Guid> ids = [.. agreements.Values.Select(a => a.Id)];
        foreach (Entitlement e in await db.Entitlements.Where(e => ids.Contains(e.AgreementId)).ToListAsync(cancellation))
        {
            (Guid, Guid, Guid) place = (e.ConsortiumId, e.DatasetId, e.AgreementId);
            if (!found.TryGetValue(place, out List<Entitlement>? there)) found[place] = there = [];
            there.Add(e);
        }

        return found;
    }
}

/// <summary>A row of a dry run needs another that a batch before would have made; more cannot be said of it.</summary>
internal sealed class PromisedException : Exception;
