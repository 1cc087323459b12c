using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Changes a budget line.</summary>
public sealed class ChangeBudgetLine(IRegistryDb db)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<BudgetLine> HandleAsync(Guid id, long? expected, BudgetLineInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            BudgetLine line = await db.BudgetLines.GetAsync(id, expected, token);
            line.Change(input);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("budget-line.changed", nameof(BudgetLine), line.Id));
            return line;
        }, cancellation);
    }
}
