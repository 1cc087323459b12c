using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Turns a permitted mix into a clearance: a signed statement that anyone with the public key can verify offline.</summary>
public sealed class ClearMix(IRegistryDb db, IRegistryDbFactory rows, UseChecker checker, RecordDecision record, IClearanceKeys keys, TimeProvider clock)
{
    /// <summary>Decides the mix by what is known now, records the decision and signs the statement.</summary>
    /// <exception cref="DomainException">The mix is not permitted, it is asked of a day that is past or as known earlier, no model is named, a dataset has no published version, there is no key, or the question is refused.</exception>
    public async Task<Clearance> HandleAsync(UseCheckInput input, CancellationToken cancellation)
    {
        if (input.KnownAt is not null) throw new DomainException(UseCheckErrors.ClearanceNotNow, nameof(input.KnownAt));
        if (string.IsNullOrWhiteSpace(input.Model)) throw new DomainException(CommonErrors.Required, nameof(input.Model), nameof(input.Model));
        DecidedUse decided = await checker.DecideAsync(db, input, MixQuestion.MostItems, cancellation);
        if (decided.Asked.At < checker.Calendar.StartOf(checker.Calendar.Today)) throw new DomainException(UseCheckErrors.ClearanceNotNow, nameof(input.At));
        if (decided.Mix.Verdict != Verdict.Permitted) throw new DomainException(UseCheckErrors.NotCleared, null, decided.Mix.Verdict);
        (IReadOnlyList<ClearedFile> files, ClearanceKey key) = await rows.UseAsync(async all => (await FilesAsync(all, decided, cancellation), await KeyAsync(all, cancellation)));
        RecordedDecision decision = await record.HandleAsync(decided, mix: true, cancellation);
        Checkpoint checkpoint = await rows.UseAsync(all => CheckpointAsync(all, cancellation));
        byte[] payload = ClearanceStatement.Write(decided, decision.Id, files, checkpoint, clock.Instant());
        byte[] signature = keys.Sign(key.KeyId, ClearanceStatement.Signed(payload)) ?? throw new DomainException(UseCheckErrors.ClearanceKeyLost);
        string envelope = ClearanceStatement.Envelope(payload, key.KeyId, signature);
        return await db.WriteAsync(
            _ =>
            {
                var made = Clearance.Of(decision, decided.Asked.Model!.Id, key.KeyId, envelope, db.Actor, clock);
                db.Clearances.Add(made);
                db.Record(new AuditEntry("clearance.issued", nameof(Clearance), made.Id));
                return Task.FromResult(made);
            },
            cancellation);
    }

    // What a dataset's last published version is made of tells nobody where its files lie, so members may have it signed.
    private static async Task<IReadOnlyList<ClearedFile>> FilesAsync(IRegistryDb all, DecidedUse decided, CancellationToken cancellation)
    {
        IReadOnlyList<Guid> ids = decided.Asked.Datasets;
        var versions = await all.DatasetVersions.AsNoTracking().Where(v => ids.Contains(v.DatasetId) && v.PublishedAt != null)
            .Select(v => new { v.DatasetId, v.Number, v.PublishedAt, Files = v.Distributions.Where(f => f.Sha256 != null).Select(f => new { f.Name, f.Sha256 }).ToList() }).ToListAsync(cancellation);
        var last = versions.Where(v => v.Files.Count > 0).GroupBy(v => v.DatasetId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.PublishedAt)!);
        Dictionary<Guid, string> names = await all.Datasets.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Key, cancellation);
        List<ClearedFile> files = [];
        foreach (Guid id in ids)
        {
            if (!last.TryGetValue(id, out var version)) throw new DomainException(UseCheckErrors.NoPublishedVersion, null, names[id]);
            files.AddRange(version.Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new ClearedFile($"{Iris.Dataset(names[id])}/{version.Number}/{f.Name}", f.Sha256!)));
        }

        return files;
    }

    private static async Task<ClearanceKey> KeyAsync(IRegistryDb all, CancellationToken cancellation) =>
        await all.ClearanceKeys.AsNoTracking().Where(k => k.RetiredAt == null).OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancellation) ?? throw new DomainException(UseCheckErrors.NoClearanceKey);

    private static async Task<Checkpoint> CheckpointAsync(IRegistryDb all, CancellationToken cancellation)
    {
        AuditEvent? last = await all.AuditEvents.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        return new Checkpoint(last?.Sequence ?? 0, last?.Hash ?? HashChain.Origin);
    }
}
