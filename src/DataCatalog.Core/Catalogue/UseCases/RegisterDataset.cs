using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Registers a dataset, with its first version where one is given.</summary>
public sealed class RegisterDataset(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <param name="input">What is said of it.</param>
    /// <param name="version">Its first version, not yet published; null for none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Dataset> HandleAsync(DatasetInput input, DatasetVersionInput? version, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = Dataset.Register(input, clock);
            if (version is not null) dataset.AddVersion(version, clock);
            if (await db.Datasets.AnyAsync(d => d.Key == dataset.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(Dataset.Key), nameof(Dataset), dataset.Key);
            await db.RequireReferencesAsync(input, token);
            db.Datasets.Add(dataset);
            db.Record(new AuditEntry("dataset.registered", nameof(Dataset), dataset.Id));
            return dataset;
        }, cancellation);
    }
}
