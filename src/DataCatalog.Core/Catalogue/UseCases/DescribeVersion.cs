using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Adds a version to a dataset, not yet published.</summary>
public sealed class DescribeVersion(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="expected">The dataset's version that the caller read; null where that does not matter.</param>
    /// <param name="input">What is said of the version.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">The dataset is not there, is withdrawn or has changed meanwhile, the number is taken, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<DatasetVersion> HandleAsync(Guid datasetId, long? expected, DatasetVersionInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.Include(d => d.Versions).GetAsync(datasetId, expected, token);
            DatasetVersion version = dataset.AddVersion(input, clock);
            db.Record(new AuditEntry("version.described", nameof(DatasetVersion), version.Id));
            return version;
        }, cancellation);
    }
}
