using System.Linq.Expressions;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Plans digests: one a day, or a week, for each subscription that has something new, none for the others.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class PlanDigests(IRegistryDbFactory dbs, Calendar calendar, TimeProvider clock)
{
    /// <summary>Plans the digests of today, once the hour has come, and of this week's Monday where that was missed; a second time plans nothing more.</summary>
    /// <returns>How many were planned.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        DateOnly monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return await PlanAsync(today, s => s.Pace != Pace.Weekly, cancellation) + await PlanAsync(monday, s => s.Pace == Pace.Weekly, cancellation);
    }

    private async Task<int> PlanAsync(DateOnly day, Expression<Func<Subscription, bool>> whose, CancellationToken cancellation)
    {
        if (calendar.Now < DigestSpan.End(day, calendar.Zone)) return 0;
        List<Subscription> waiting = await dbs.UseAsync(db => db.Live(calendar.Now).Where(whose)
            .Where(s => s.Channel != Channel.InApp && !db.Deliveries.Any(d => d.SubscriptionId == s.Id && d.DigestOn >= day))
            .ToListAsync(cancellation));
        int planned = 0;
        foreach (Subscription subscription in waiting)
        {
            if (await PlanAsync(subscription, day, cancellation)) planned++;
        }

        return planned;
    }

    private async Task<bool> PlanAsync(Subscription subscription, DateOnly day, CancellationToken cancellation)
    {
        try
        {
            return await dbs.UseAsync(async db =>
                await DigestSpan.Content(db, subscription, await DigestSpan.BeginAsync(db, subscription, day, calendar.Zone, cancellation), day, calendar.Zone).AnyAsync(cancellation)
                && await db.WriteAsync(_ => Task.FromResult(Add(db, Delivery.Digest(subscription, day, clock))), cancellation));
        }
        catch (Exception clash) when (clash is DbUpdateException or DomainException { Error.Kind: ErrorKind.Conflict or ErrorKind.Stale })
        {
            return false; // Planned elsewhere at the same moment.
        }
    }

    private static bool Add(IRegistryDb db, Delivery digest)
    {
        db.Deliveries.Add(digest);
        db.Record(new AuditEntry("digest.planned", nameof(Delivery), digest.Id));
        return true;
    }
}

/// <summary>Which alerts a day's digest tells: from the end of the last digest, or the subscription's making, to this morning.</summary>
internal static class DigestSpan
{
    // The digest goes out at eight; what is being written at that moment is told tomorrow.
    private static readonly TimeOnly Closing = new(7, 55);

    /// <summary>Alerts untold for longer than this (a subscription that was disabled) are not told any more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>When the day's digest closes, UTC.</summary>
    public static DateTime End(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Closing), zone);

    /// <summary>When the span of the day's digest begins, UTC.</summary>
    public static async Task<DateTime> BeginAsync(IRegistryDb db, Subscription subscription, DateOnly day, TimeZoneInfo zone, CancellationToken cancellation)
    {
        DateOnly? last = await db.Deliveries.Where(d => d.SubscriptionId == subscription.Id && d.DigestOn < day).MaxAsync(d => d.DigestOn, cancellation);
        DateTime begin = last is { } earlier ? End(earlier, zone) : subscription.CreatedAt;
        DateTime oldest = End(day, zone) - Longest;
        return begin > oldest ? begin : oldest;
    }

    /// <summary>The standing alerts of the span that the subscription wants, that were passed on so far, and that it was not told of by themselves.</summary>
    public static IQueryable<Alert> Content(IRegistryDb db, Subscription subscription, DateTime begin, DateOnly day, TimeZoneInfo zone)
    {
        DateTime end = End(day, zone);
        int tier = subscription.Tier;
        Guid owner = subscription.OwnerId;
        IQueryable<Alert> alerts = db.Alerts.AsNoTracking().Where(a =>
            a.RaisedAt >= begin && a.RaisedAt < end && a.Tier >= tier && (a.OwnerId == null || a.OwnerId == owner) && (a.Status == AlertStatus.Open || a.Status == AlertStatus.Acknowledged)
            && !db.Deliveries.Any(d => d.SubscriptionId == subscription.Id && d.AlertId == a.Id));
        if (subscription.ConsortiumId is { } consortium) alerts = alerts.Where(a => a.ConsortiumId == consortium);
        List<SubjectKind> kinds = [.. subscription.Kinds.Select(Enum.Parse<SubjectKind>)];
        List<SubjectKind> muted = [.. subscription.MutedKinds.Select(Enum.Parse<SubjectKind>)];
        if (muted.Count > 0) alerts = alerts.Where(a => !muted.Contains(a.Kind));
        return kinds.Count == 0 ? alerts : alerts.Where(a => kinds.Contains(a.Kind));
    }
}
