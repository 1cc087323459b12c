using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Makes a dataset available, publishing a version of it where one is named.</summary>
public sealed class PublishDataset(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Makes it available. Public data that is had from its links alone needs no version.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version of the row that the caller read; null where that does not matter.</param>
    /// <param name="version">Number of the version to publish; null where one is published already, or where there is none and none is needed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, is withdrawn, there is nothing to publish, or the caller's roles do not allow it.</exception>
    public Task<Dataset> HandleAsync(Guid id, long? expected, string? version, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.Include(d => d.Versions).ThenInclude(v => v.Distributions).GetAsync(id, expected, token);
            if (version is null && dataset.Versions.Count == 0) dataset.Offer(clock);
            else dataset.Publish(version, clock);
            db.Record(new AuditEntry("dataset.published", nameof(Dataset), dataset.Id));
            await DatasetAlerts.ResolveAsync(db, dataset, token);
            return dataset;
        }, cancellation);
    }
}
