using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Halts the use of an available dataset.</summary>
public sealed class SuspendDataset(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Does so, for a reason that everybody who sees the dataset is told; those with a right to it are alerted in the same write.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version of the row that the caller read; null where that does not matter.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, its status does not allow it, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Dataset> HandleAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.GetAsync(id, expected, token);
            dataset.Suspend(reason, clock);
            db.Record(new AuditEntry("dataset.suspended", nameof(Dataset), dataset.Id, dataset.StatusReason));
            await DatasetAlerts.RaiseAsync(db, dataset, SubjectKind.DatasetSuspended, calendar.Today, clock, token);
            return dataset;
        }, cancellation);
    }
}
