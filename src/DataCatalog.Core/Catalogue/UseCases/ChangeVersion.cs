using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Changes a version that is not published yet.</summary>
public sealed class ChangeVersion(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which version, by its own id.</param>
    /// <param name="expected">The version of the row that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on; its number stays.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, is published, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<DatasetVersion> HandleAsync(Guid id, long? expected, DatasetVersionInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            DatasetVersion version = await db.DatasetVersions.Include(v => v.Distributions).GetAsync(id, expected, token);
            Dataset dataset = await db.Datasets.GetAsync(version.DatasetId, null, token);
            dataset.RequireNotWithdrawn();
            version.Change(input, clock);
            dataset.Touch(clock);
            db.Record(new AuditEntry("version.changed", nameof(DatasetVersion), version.Id));
            return version;
        }, cancellation);
    }
}
