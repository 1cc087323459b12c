using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Says whose rights a search by rights may ask for: a member's own only.</summary>
public sealed class RightsAsker(IRegistryDb db, Calendar calendar)
{
    /// <summary>Short names of the actions that a search can ask for.</summary>
    public static IReadOnlyList<string> Actions => UseNames.CommonActions;

    /// <summary>The caller's own consortium, or null.</summary>
    public Guid? Own => db.Actor.SeesEverything ? null : db.Actor.ConsortiumId;

    /// <summary>What is asked for.</summary>
    /// <param name="consortium">Key or id; the caller's own where absent.</param>
    /// <param name="actions">Common actions by their short names.</param>
    /// <param name="on">The day; today where absent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">An action is not among those that are indexed, the day is past or no day, or the consortium is not there or not the caller's.</exception>
    public async Task<SearchMay> AskAsync(string? consortium, IReadOnlyList<string> actions, string? on, CancellationToken cancellation)
    {
        foreach (string action in actions)
        {
            if (!UseNames.CommonActions.Contains(action, StringComparer.Ordinal))
            {
                throw new DomainException(UseCheckErrors.UnknownAction, "may", action.Length > 60 ? action[..60] : action, string.Join(", ", UseNames.CommonActions));
            }
        }

        DateOnly day = calendar.DayOf(AskedInstant.Read(on, "on", calendar));
        if (day < calendar.Today) throw new DomainException(UseCheckErrors.PastDay, "on", day);
        Consortium asked = await new UseAsker(db, calendar).ConsortiumAsync(consortium, cancellation);
        return new SearchMay(asked.Id, day, actions);
    }
}
