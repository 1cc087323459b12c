using DataCatalog.Core.Common;

namespace DataCatalog.Storage;

/// <summary>What an actor may see, as the query filters ask it.</summary>
/// <param name="actor">The actor.</param>
/// <param name="now">Now.</param>
internal sealed class Sight(Actor actor, DateTimeOffset now)
{
    /// <summary>All rows but keys, other people's subscriptions and the audit log.</summary>
    public bool All { get; } = actor.SeesEverything;

    /// <summary>What a consortium's member sees.</summary>
    public bool Member { get; } = actor.Roles.HasFlag(Roles.ConsortiumMember) && actor.ConsortiumId is not null;

    /// <summary>What is offered to members of consortia that are in the programme.</summary>
    public bool Offered { get; } = actor.Roles.HasFlag(Roles.ConsortiumMember) && actor.ConsortiumId is not null && !actor.Former;

    /// <summary>The member's consortium. Never null: a null would equal the null of rows that are nobody's.</summary>
    public Guid Consortium { get; } = actor.ConsortiumId ?? Guid.Empty;

    /// <summary>The day that it is at least, anywhere: what ended on an earlier one is over by the calendar of every programme.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12));

    /// <summary>Who it is.</summary>
    public Guid Actor { get; } = actor.Id;

    /// <summary>The registry itself: what is one person's alone too.</summary>
    public bool Registry { get; } = actor == Core.Common.Actor.Registry;

    /// <summary>Everybody's subscriptions.</summary>
    public bool Administers { get; } = actor.Roles.HasFlag(Roles.ProgrammeAdmin);

    /// <summary>API keys.</summary>
    public bool Keys { get; } = (actor.Roles & (Roles.ProgrammeAdmin | Roles.Auditor)) != 0;

    /// <summary>The audit log.</summary>
    public bool Audit { get; } = (actor.Roles & (Roles.Compliance | Roles.ProgrammeAdmin | Roles.Auditor)) != 0;
}
