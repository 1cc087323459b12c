using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Requests;

/// <summary>What can happen to a request.</summary>
public enum RequestStep
{
    /// <summary>It was made.</summary>
    Submitted,

    /// <summary>An officer asked back.</summary>
    Returned,

    /// <summary>The consortium answered.</summary>
    Resubmitted,

    /// <summary>It was granted, in whole or in part.</summary>
    Granted,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>The consortium took it back.</summary>
    Withdrawn,

    /// <summary>The consortium left.</summary>
    Closed,
}

/// <summary>One step of a request.</summary>
public sealed class AccessRequestStep
{
    private AccessRequestStep() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What happened.</summary>
    public RequestStep Kind { get; private set; }

    /// <summary>What was said to it, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>Who did it.</summary>
    public string By { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    internal static AccessRequestStep Of(Guid request, RequestStep kind, string? text, Actor by, TimeProvider clock) =>
        new() { Id = Ids.New(clock), RequestId = request, Kind = kind, Text = text, By = by.Name, At = clock.Instant() };
}
