namespace DataCatalog.Server.Api.Feeds;

/// <summary>A calendar's address by which the owner's watched dates can be read without signing in, until it is revoked.</summary>
public sealed class CalendarFeedModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Language of the entries: ko or en.</summary>
    public string Language { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was revoked; null while it answers.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Its token; shown once, in the answer that makes the feed.</summary>
    public string? Token { get; set; }

    /// <summary>Its address, for a calendar to subscribe to; shown once, in the answer that makes the feed.</summary>
    public string? Address { get; set; }
}
