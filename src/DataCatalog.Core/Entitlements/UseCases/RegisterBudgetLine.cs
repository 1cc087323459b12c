using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Sets money of a programme aside.</summary>
public sealed class RegisterBudgetLine(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<BudgetLine> HandleAsync(BudgetLineInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            BudgetLine line = BudgetLine.Register(input, clock);
            await db.RequireReferencesAsync(input, token);
            db.BudgetLines.Add(line);
            db.Record(new AuditEntry("budget-line.registered", nameof(BudgetLine), line.Id));
            return line;
        }, cancellation);
    }
}
