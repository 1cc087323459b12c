using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Which rows of a set changed since a point of the audit log. The log has one writer at a time, so that no event of a lower number
/// comes to light after one of a higher.
/// </summary>
public sealed class ChangeFeed(IRegistryDbFactory registry, Actor actor)
{
    /// <summary>How far the audit log has come.</summary>
    public Task<long> NowAsync(CancellationToken cancellation) => registry.UseAsync(db => LastAsync(db, cancellation));

    /// <summary>The rows that changed after a point.</summary>
    /// <param name="set">The set.</param>
    /// <param name="since">The point.</param>
    /// <param name="most">Most events to look at.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Changes> SinceAsync(string set, long since, int most, CancellationToken cancellation) => registry.UseAsync(async db =>
    {
        long last = await LastAsync(db, cancellation);
        string[] types = TypesOf(set);
        bool member = !actor.SeesEverything;
        List<Event> events = await db.AuditEvents.AsNoTracking().Where(e => e.Sequence > since && e.Sequence <= last && types.Contains(e.SubjectType))
            .OrderBy(e => e.Sequence).Take(most + 1).Select(e => new Event(e.Sequence, e.SubjectType, e.SubjectId, member ? e.Changes : "")).ToListAsync(cancellation);
        bool more = events.Count > most;
        if (more) events.RemoveAt(most);
        return new Changes(await RowsAsync(db, set, events, cancellation), events.Where(e => Showed(set, e)).Select(e => e.Subject).ToHashSet(), more ? events[^1].Sequence : last, more);
    });

    // What a member may do with a dataset or see of an agreement can follow from its entitlements too; what a right lasts, from its agreement and consortium.
    private string[] TypesOf(string set) => set switch
    {
        "Datasets" => [nameof(Dataset), nameof(DatasetVersion), .. Rights],
        "Agreements" => [nameof(Agreement), nameof(Terms), .. Rights],
        _ => [nameof(Entitlement), nameof(Agreement), nameof(Consortium)],
    };

    private string[] Rights => actor.SeesEverything ? [] : [nameof(Entitlement)];

    private static async Task<List<Guid>> RowsAsync(IRegistryDb db, string set, List<Event> events, CancellationToken cancellation)
    {
        (List<Guid> versions, List<Guid> terms, List<Guid> rights) = (Ids(nameof(DatasetVersion)), Ids(nameof(Terms)), Ids(nameof(Entitlement)));
        (List<Guid> agreements, List<Guid> consortia) = (Ids(nameof(Agreement)), Ids(nameof(Consortium)));
        IQueryable<Guid> rows = set switch
        {
            "Datasets" => db.DatasetVersions.Where(v => versions.Contains(v.Id)).Select(v => v.DatasetId)
                .Union(db.Entitlements.Where(e => rights.Contains(e.Id)).Select(e => e.DatasetId)),
            "Agreements" => db.Terms.Where(t => terms.Contains(t.Id)).Select(t => t.AgreementId)
                .Union(db.Entitlements.Where(e => rights.Contains(e.Id)).Select(e => e.AgreementId)),
            _ => db.Entitlements.Where(e => agreements.Contains(e.AgreementId) || consortia.Contains(e.ConsortiumId)).Select(e => e.Id),
        };
        return [.. Ids(set.TrimEnd('s')).Union(await rows.ToListAsync(cancellation))];

        List<Guid> Ids(string type) => [.. events.Where(e => e.Type == type).Select(e => e.Subject).Distinct()];
    }

    // A member is told that a row went out of its sight only where the event shows that it was in its sight before.
    private bool Showed(string set, Event change) => set switch
    {
        "Datasets" => change.Type == nameof(Dataset) && change.Text.Contains("\"Status\":[\"Available\",", StringComparison.Ordinal),
        "Agreements" => change.Type == nameof(Agreement) && actor.ConsortiumId is { } own && change.Text.Contains(own.ToString(), StringComparison.Ordinal),
        _ => false,
    };

    private static async Task<long> LastAsync(IRegistryDb db, CancellationToken cancellation) =>
        await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancellation);

    private sealed record Event(long Sequence, string Type, Guid Subject, string Text);
}

/// <summary>Rows that changed.</summary>
/// <param name="Ids">Which, seen by the caller or not.</param>
/// <param name="Shown">Those of them that the caller certainly saw before.</param>
/// <param name="Reached">The point up to which they were looked for.</param>
/// <param name="More">Whether there is more after it already.</param>
public sealed record Changes(IReadOnlyList<Guid> Ids, IReadOnlySet<Guid> Shown, long Reached, bool More);
