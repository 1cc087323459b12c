using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Reads the watched dates that lie ahead, and those that passed while something is still owed.</summary>
public sealed class ReadDates(IRegistryDb db)
{
    private static readonly SubjectKind[] Owed = [SubjectKind.PaymentDue, SubjectKind.ObligationDue];

    private static readonly SubjectKind[] Own = [SubjectKind.EntitlementEnd, SubjectKind.ObligationDue];

    /// <summary>The dates that the caller may see, in their order.</summary>
    /// <param name="from">First day of what ends; what is owed is read however long ago it was due.</param>
    /// <param name="until">Last day, included.</param>
    /// <param name="consortium">Whose, with those of agreements that it has rights under; all where null.</param>
    /// <param name="most">How many of each kind at most, the nearest first.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<WatchedDate>> HandleAsync(DateOnly from, DateOnly until, Guid? consortium, int most, CancellationToken cancellation)
    {
        List<WatchedDate> dates = [];
        // Payments are of agreements that members may see, and are not theirs to see (domain rule 22).
        foreach (SubjectKind kind in WatchedDates.Kinds.Where(k => k != SubjectKind.PaymentDue || db.Actor.SeesEverything))
        {
            DateOnly first = Owed.Contains(kind) ? DateOnly.MinValue : from;
            List<WatchedDate> found = [];
            foreach (IQueryable<WatchedRow> column in WatchedDates.Of(db, kind, from))
            {
                List<WatchedRow> rows = await Of(column, kind, consortium).Where(r => r.Date >= first && r.Date <= until).OrderBy(r => r.Date).ThenBy(r => r.Id).Take(most).ToListAsync(cancellation);
                found.AddRange(rows.Select(r => r.As(kind)));
            }

            dates.AddRange(found.OrderBy(d => d.Date).Take(most));
        }

        return [.. dates.OrderBy(d => d.Date).ThenBy(d => d.Kind).ThenBy(d => d.SubjectId)];
    }

    // Rows of agreements are nobody's alone: they concern those with rights under them.
    private IQueryable<WatchedRow> Of(IQueryable<WatchedRow> rows, SubjectKind kind, Guid? consortium) => (consortium, Own.Contains(kind)) switch
    {
        (null, _) => rows,
        (_, true) => rows.Where(r => r.ConsortiumId == consortium),
        _ => rows.Where(r => db.Entitlements.Any(e => e.AgreementId == r.AgreementId && e.ConsortiumId == consortium)),
    };
}
