using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.Feeds;

/// <summary>A watched date as a calendar shows it.</summary>
/// <param name="Kind">What sort of date.</param>
/// <param name="SubjectId">Of what.</param>
/// <param name="Date">The date.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Revision">Counts up whenever something that the date depends on changes.</param>
/// <param name="ChangedAt">When that was last, UTC.</param>
public sealed record FeedEntry(SubjectKind Kind, Guid SubjectId, DateOnly Date, LocalizedText Subject, long Revision, DateTime ChangedAt)
{
    /// <summary>Whose date it is, for whoever sees those of several; else null.</summary>
    public LocalizedText? Whose { get; init; }

    /// <summary>Stays the same however often the date moves, so that a calendar moves its entry.</summary>
    public string Uid => $"{Kind}-{SubjectId}@datacatalog".ToLowerInvariant();
}

/// <summary>What a feed tells.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Entries">Its dates, in their order.</param>
public sealed record FeedContent(CalendarFeed Feed, IReadOnlyList<FeedEntry> Entries);
