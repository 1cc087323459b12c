using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DataCatalog.Storage;

/// <summary>Turns what a write said it did into events of the chain.</summary>
internal static class AuditTrail
{
    /// <summary>Makes one event for each entry, each with the rows that belong to its subject.</summary>
    public static async Task<IReadOnlyList<AuditEvent>> DraftAsync(RegistryDb db, IReadOnlyList<AuditEntry> entries, ChangeSet changes, DateTime now, CancellationToken cancellation)
    {
        if (entries.Count == 0) return [];
        var last = await db.AuditEvents.IgnoreQueryFilters().OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellation);
        (long sequence, string hash) = (last?.Sequence ?? 0, last?.Hash ?? HashChain.Origin);
        List<EntityEntry>?[] rows = Assign(entries, changes);
        var events = new List<AuditEvent>(entries.Count);
        for (int i = 0; i < entries.Count; i++)
        {
            AuditEvent next = HashChain.Append(Draft(entries[i], AuditChanges.Describe(rows[i] ?? []), db.Actor, now), sequence, hash);
            (sequence, hash) = (next.Sequence, next.Hash);
            events.Add(next);
        }

        return events;
    }

    // A row goes with the first entry that names it or what it is part of; what nobody names goes with the first of all.
    private static List<EntityEntry>?[] Assign(IReadOnlyList<AuditEntry> entries, ChangeSet changes)
    {
        var places = new Dictionary<Guid, int>();
        for (int i = 0; i < entries.Count; i++) places.TryAdd(entries[i].SubjectId, i);
        var rows = new List<EntityEntry>?[entries.Count];
        foreach (EntityEntry row in changes.Rows)
        {
            int place = PlaceOf(row.Entity, places, changes);
            (rows[place] ??= []).Add(row);
        }

        return rows;
    }

    private static int PlaceOf(object row, Dictionary<Guid, int> places, ChangeSet changes)
    {
        if (row is Entity entity && places.TryGetValue(entity.Id, out int own)) return own;
        for ((Type Type, Guid Id)? owner = ChangeSet.OwnerOf(row); owner is { } key; owner = changes.Find(key) is { } found ? ChangeSet.OwnerOf(found) : null)
        {
            if (places.TryGetValue(key.Id, out int place)) return place;
        }

        return 0;
    }

    private static AuditEvent Draft(AuditEntry entry, string changes, Actor actor, DateTime now) => new()
    {
        At = now, ActorId = actor.Id, ActorName = actor.Name, Action = entry.Action, SubjectType = entry.SubjectType, SubjectId = entry.SubjectId,
        Changes = changes, Reason = entry.Reason, RequestId = actor.RequestId, PreviousHash = "", Hash = "",
    };
}
