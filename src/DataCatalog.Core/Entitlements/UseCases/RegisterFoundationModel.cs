using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Registers a model that a consortium builds.</summary>
public sealed class RegisterFoundationModel(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<FoundationModel> HandleAsync(FoundationModelInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            FoundationModel model = FoundationModel.Register(input, clock);
            if (await db.FoundationModels.AnyAsync(x => x.Key == model.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(FoundationModel.Key), nameof(FoundationModel), model.Key);
            await db.RequireReferencesAsync(input, token);
            db.FoundationModels.Add(model);
            db.Record(new AuditEntry("model.registered", nameof(FoundationModel), model.Id));
            return model;
        }, cancellation);
    }
}
