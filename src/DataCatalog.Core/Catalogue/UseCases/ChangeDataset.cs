using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Changes what is said of a dataset; its key, status and versions stay.</summary>
public sealed class ChangeDataset(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, is withdrawn, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Dataset> HandleAsync(Guid id, long? expected, DatasetInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.Include(d => d.Licences).GetAsync(id, expected, token);
            dataset.Change(input, clock);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("dataset.changed", nameof(Dataset), dataset.Id));
            return dataset;
        }, cancellation);
    }
}
