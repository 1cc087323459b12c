using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Reads the facts of the use-check, as the actor of the rows may see them.</summary>
internal sealed class UseFactsReader(IRegistryDb db)
{
    /// <summary>Reads them.</summary>
    /// <param name="consortia">Who asks.</param>
    /// <param name="datasets">About what.</param>
    /// <param name="knownAt">As known when.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<UseFacts> ReadAsync(IReadOnlyCollection<Guid> consortia, IReadOnlyCollection<Guid> datasets, DateTimeOffset knownAt, CancellationToken cancellation)
    {
        DateTime known = knownAt.UtcDateTime;
        Dictionary<Guid, ConsortiumFacts> askers = await ConsortiaAsync(consortia, cancellation);
        ILookup<(Guid, Guid), GrantFacts> grants = await GrantsAsync(consortia, datasets, known, cancellation);
        List<Guid> agreements = [.. grants.SelectMany(g => g).Select(g => g.AgreementId).Distinct()];
        ILookup<Guid, LicenceFacts> licences = await LicencesAsync(datasets, known, cancellation);
        return new UseFacts
        {
            Consortia = askers,
            Datasets = await db.Datasets.AsNoTracking().Where(d => datasets.Contains(d.Id))
                .Select(d => new DatasetFacts(d.Id, d.Key, d.Status, d.Modalities, d.Languages)).ToDictionaryAsync(d => d.Id, cancellation),
            Grants = grants,
            Agreements = agreements.Count == 0 ? new Dictionary<Guid, AgreementFacts>() : await AgreementsAsync(agreements, known, cancellation),
            Licences = licences,
            Exemptions = await ExemptionsAsync(known, cancellation),
        };
    }

    private Task<Dictionary<Guid, ConsortiumFacts>> ConsortiaAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        (from c in db.Consortia
         where ids.Contains(c.Id)
         join p in db.Programmes on c.ProgrammeId equals p.Id
         select new ConsortiumFacts(c.Id, c.Key, p.Id, p.Key, c.Lead!.Key, c.ActiveFrom, c.EndedOn)).ToDictionaryAsync(c => c.Id, cancellation);

    private async Task<ILookup<(Guid, Guid), GrantFacts>> GrantsAsync(IReadOnlyCollection<Guid> consortia, IReadOnlyCollection<Guid> datasets, DateTime known, CancellationToken cancellation)
    {
        var rows = await db.Entitlements.AsNoTracking().Where(e => consortia.Contains(e.ConsortiumId) && datasets.Contains(e.DatasetId) && e.GrantedAt <= known)
            .OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.ConsortiumId, e.DatasetId, e.AgreementId, e.StartsOn, e.EndsOn, e.RevokedOn, e.RevokedAt, e.Actions, e.ModelId, e.NeedsAcceptance }).ToListAsync(cancellation);
        ILookup<Guid, EntitlementAcceptance> accepted = await AcceptedAsync([.. rows.Where(e => e.NeedsAcceptance).Select(e => e.Id)], known, cancellation);
        return rows.ToLookup(
            e => (e.ConsortiumId, e.DatasetId),
            e => new GrantFacts(e.Id, e.AgreementId, e.StartsOn, Days.Earliest(e.EndsOn, e.RevokedAt is null || e.RevokedAt <= known ? e.RevokedOn : null))
            {
                Actions = e.Actions, ModelId = e.ModelId, NeedsAcceptance = e.NeedsAcceptance,
                Accepted = accepted[e.Id].GroupBy(a => a.Sha256, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(a => a.AcceptedAt), StringComparer.Ordinal),
            });
    }

    // Few grants wait for an acceptance; the others are not asked for any.
    private async Task<ILookup<Guid, EntitlementAcceptance>> AcceptedAsync(List<Guid> grants, DateTime known, CancellationToken cancellation)
    {
        List<EntitlementAcceptance> rows = grants.Count == 0
            ? []
            : await db.Entitlements.AsNoTracking().Where(e => grants.Contains(e.Id)).SelectMany(e => e.Acceptances).Where(a => a.AcceptedAt <= known).ToListAsync(cancellation);
        return rows.ToLookup(a => a.EntitlementId);
    }

    /// <summary>Reads agreements with their terms.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgreementFacts>> AgreementsAsync(IReadOnlyCollection<Guid> ids, DateTime known, CancellationToken cancellation)
    {
        var rows = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            a.Number,
            Standing = a.Standings.Where(s => s.RecordedAt <= known).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var versions = await db.Terms.AsNoTracking().Where(t => ids.Contains(t.AgreementId) && t.RecordedAt <= known)
            .Select(t => new { t.AgreementId, Version = new VersionFacts(t.Version, t.EffectiveFrom, t.Odrl, t.Sha256) }).ToListAsync(cancellation);
        ILookup<Guid, VersionFacts> terms = versions.ToLookup(v => v.AgreementId, v => v.Version);
        return rows.Where(r => r.Standing is not null).ToDictionary(
            r => r.Id, r => new AgreementFacts(r.Id, r.Number, r.Standing!.SignedOn, r.Standing.StartsOn, r.Standing.LastDay, r.Standing.Superseded, [.. terms[r.Id]]));
    }

    private async Task<ILookup<Guid, LicenceFacts>> LicencesAsync(IReadOnlyCollection<Guid> datasets, DateTime known, CancellationToken cancellation)
    {
        var rows = await db.Datasets.AsNoTracking().Where(d => datasets.Contains(d.Id)).SelectMany(d => d.Licences)
            .Select(l => new { l.DatasetId, l.LicenceId, l.Licence!.Key, l.AddOn, l.LimitedTo }).ToListAsync(cancellation);
        List<Guid> ids = [.. rows.Select(r => r.LicenceId).Distinct()];
        List<OfficerReading> readings = ids.Count == 0
            ? []
            : await db.Licences.AsNoTracking().Where(l => ids.Contains(l.Id)).SelectMany(l => l.Readings).Where(r => r.RecordedAt <= known).ToListAsync(cancellation);
        ILookup<Guid, OfficerReading> read = readings.ToLookup(r => r.LicenceId);
        return rows.OrderBy(r => r.Key, StringComparer.Ordinal).ToLookup(r => r.DatasetId, r => new LicenceFacts(r.LicenceId, r.Key, r.AddOn, r.LimitedTo, Last(read[r.LicenceId])));
    }

    private static OfficerReading[] Last(IEnumerable<OfficerReading> readings) =>
        [.. readings.GroupBy(r => r.Feature, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Version)!).OrderBy(r => r.Feature, StringComparer.Ordinal)];

    // There are few exemptions, and their visibility tells whom they benefit.
    private async Task<IReadOnlyList<ExemptionFacts>> ExemptionsAsync(DateTime known, CancellationToken cancellation)
    {
        if (!await db.Exemptions.AnyAsync(cancellation)) return [];
        List<Exemption> rows = await db.Exemptions.AsNoTracking()
            .Include(e => e.Beneficiaries).Include(e => e.Covers).Include(e => e.TermsVersions.Where(t => t.RecordedAt <= known)).OrderBy(e => e.Key).ToListAsync(cancellation);
        return [.. rows.Where(e => e.TermsVersions.Count > 0).Select(Facts)];
    }

    private static ExemptionFacts Facts(Exemption e) => new(
        e.Id, e.Key,
        e.Beneficiaries.Select(b => b.ProgrammeId).OfType<Guid>().ToHashSet(), e.Beneficiaries.Select(b => b.ConsortiumId).OfType<Guid>().ToHashSet(),
        e.Covers.Select(c => c.DatasetId).OfType<Guid>().ToHashSet(), e.Covers.Select(c => c.LicenceId).OfType<Guid>().ToHashSet(),
        Current(e.TermsVersions));

    // A version recorded later takes the place of those that it begins before: the term moves with it.
    private static VersionFacts[] Current(IReadOnlyList<ExemptionTerms> versions)
    {
        DateOnly? end = versions.MaxBy(v => v.Version)!.EndsOn;
        return [.. versions.Select(v => new VersionFacts(v.Version, v.EffectiveFrom, v.Odrl, v.Sha256) { LastDay = end })];
    }
}
