using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Entitlements.UseCases;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>Halts the use of a dataset, for a while or for good, and keeps with it what that was expected to touch (domain rule 15).</summary>
public sealed class HaltDataset(IRegistryDb db, SuspendDataset suspend, WithdrawDataset withdraw, ReadImpact impact, Calendar calendar, TimeProvider clock)
{
    /// <summary>Suspends it.</summary>
    /// <exception cref="DomainException">As for suspending.</exception>
    public Task<Dataset> SuspendAsync(Guid id, long? expected, string? reason, CancellationToken cancellation) =>
        HaltAsync(id, "dataset.suspended", token => suspend.HandleAsync(id, expected, reason, token), cancellation);

    /// <summary>Withdraws it.</summary>
    /// <exception cref="DomainException">As for withdrawing.</exception>
    public Task<Dataset> WithdrawAsync(Guid id, long? expected, string? reason, CancellationToken cancellation) =>
        HaltAsync(id, "dataset.withdrawn", token => withdraw.HandleAsync(id, expected, reason, token), cancellation);

    private Task<Dataset> HaltAsync(Guid id, string action, Func<CancellationToken, Task<Dataset>> halt, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            ImpactAnswer touched = await impact.OfDatasetAsync(id, calendar.Today, token);
            Dataset halted = await halt(token);
            KeptImpact.Keep(db, action, halted, touched, clock);
            return halted;
        }, cancellation);
    }
}
