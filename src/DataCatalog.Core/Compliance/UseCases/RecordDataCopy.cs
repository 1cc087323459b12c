using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Records that a consortium holds a copy of a dataset version.</summary>
public sealed class RecordDataCopy(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Records it: a member its own consortium's, staff any's.</summary>
    /// <exception cref="DomainException">The version or consortium is not there or not the caller's, a rule of the input is broken, or the caller only reads.</exception>
    public Task<DataCopy> HandleAsync(DataCopyInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Guid consortium = await HolderAsync(input.ConsortiumId, token);
            DatasetVersion version = await VersionAsync(Check.Text(input.Version, nameof(input.Version), 200), token);
            var copy = DataCopy.Record(consortium, version.DatasetId, version.Id, input, calendar.Today, db.Actor, clock);
            db.DataCopies.Add(copy);
            db.Record(new AuditEntry("copy.recorded", nameof(DataCopy), copy.Id));
            return copy;
        }, cancellation);
    }

    private async Task<Guid> HolderAsync(Guid? asked, CancellationToken cancellation)
    {
        if (db.Actor.SeesEverything) return (await db.Consortia.ReferredAsync(asked, nameof(DataCopyInput.ConsortiumId), cancellation)).Id;
        Guid own = db.Actor.ConsortiumId!.Value;
        return asked is null || asked == own ? own : throw new DomainException(CatalogueErrors.UnknownReference, nameof(DataCopyInput.ConsortiumId), nameof(DataCopyInput.ConsortiumId), nameof(Consortium));
    }

    private async Task<DatasetVersion> VersionAsync(string named, CancellationToken cancellation)
    {
        IQueryable<DatasetVersion> published = db.DatasetVersions.AsNoTracking().Where(v => v.PublishedAt != null);
        int at = named.LastIndexOf('@');
        (string key, string number) = at < 0 ? ("", "") : (named[..at], named[(at + 1)..]);
        DatasetVersion? version = Guid.TryParse(named, out Guid id)
            ? await published.FirstOrDefaultAsync(v => v.Id == id, cancellation)
            : await published.FirstOrDefaultAsync(v => v.Number == number && db.Datasets.Any(d => d.Id == v.DatasetId && d.Key == key), cancellation);
        return version ?? throw new DomainException(EntitlementErrors.UnknownVersion, nameof(DataCopyInput.Version), named);
    }
}
