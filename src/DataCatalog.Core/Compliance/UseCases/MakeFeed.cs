using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Feeds;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Makes and revokes calendar feeds of the caller's own.</summary>
public sealed class MakeFeed(IRegistryDb db, TimeProvider clock)
{
    private const Roles Writers = Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin;

    /// <summary>Makes one; its token is in this answer and nowhere else.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the caller only reads, or has no API key: the address is read without them for as long as their key opens.</exception>
    public Task<(CalendarFeed Feed, string Token)> HandleAsync(CalendarFeedInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Writers);
        return db.WriteAsync(async token =>
        {
            Guid owner = db.Actor.Id;
            if (!await db.ApiKeys.IgnoreQueryFilters().AnyAsync(k => k.Id == owner, token)) throw new DomainException(ComplianceErrors.FeedNeedsKey);
            (CalendarFeed feed, string secret) = CalendarFeed.Make(input.Name, input.Language, db.Actor, clock);
            db.CalendarFeeds.Add(feed);
            db.Record(new AuditEntry("feed.made", nameof(CalendarFeed), feed.Id));
            return (feed, secret);
        }, cancellation);
    }

    /// <summary>Revokes one: its address answers nobody any more. A second time changes nothing.</summary>
    /// <exception cref="DomainException">It is not there or not the caller's, or the caller only reads.</exception>
    public Task<CalendarFeed> RevokeAsync(Guid id, long? expected, CancellationToken cancellation)
    {
        db.Actor.Require(Writers);
        return db.WriteAsync(async token =>
        {
            bool administrator = db.Actor.Roles.HasFlag(Roles.ProgrammeAdmin);
            Guid owner = db.Actor.Id;
            CalendarFeed feed = await db.CalendarFeeds.Where(f => administrator || f.OwnerId == owner).GetAsync(id, expected, token);
            if (feed.RevokedAt is not null) return feed;
            feed.Revoke(clock);
            db.Record(new AuditEntry("feed.revoked", nameof(CalendarFeed), feed.Id));
            return feed;
        }, cancellation);
    }
}

/// <summary>What a caller says of a calendar feed.</summary>
public sealed record CalendarFeedInput
{
    /// <summary>What the owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>Language of the entries: ko or en.</summary>
    public string? Language { get; init; }
}
