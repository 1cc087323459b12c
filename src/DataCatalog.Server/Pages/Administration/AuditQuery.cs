using DataCatalog.Core.Audit;
using Microsoft.AspNetCore.WebUtilities;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What of the audit log is asked for, as it stands in the address.</summary>
public sealed record AuditQuery
{
    /// <summary>Part of the name of who did it.</summary>
    public string? Who { get; init; }

    /// <summary>What was done, or what its name begins with.</summary>
    public string? Action { get; init; }

    /// <summary>Id or kind of what it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary>First day.</summary>
    public string? From { get; init; }

    /// <summary>Last day.</summary>
    public string? Until { get; init; }

    /// <summary>The events that fit.</summary>
    /// <exception cref="Core.Common.DomainException">A day is none.</exception>
    public IQueryable<AuditEvent> Narrow(IQueryable<AuditEvent> events, Core.Common.Calendar calendar)
    {
        if (Written(Who) is { } who) events = events.Where(e => e.ActorName.Contains(who));
        if (Written(Action) is { } action) events = events.Where(e => e.Action.StartsWith(action));
        if (Guid.TryParse(Subject, out Guid id)) events = events.Where(e => e.SubjectId == id);
        else if (Written(Subject) is { } kind) events = events.Where(e => e.SubjectType == kind);
        if (FormValue.Day(From, "From") is { } first) events = events.Where(e => e.At >= calendar.StartOf(first).UtcDateTime);
        if (calendar.EndOf(FormValue.Day(Until, "Until")) is { } end) events = events.Where(e => e.At < end.UtcDateTime);
        return events;
    }

    /// <summary>The address of the same question, of what stands before an event.</summary>
    public string Address(long? before)
    {
        var parts = new Dictionary<string, string?> { ["who"] = Written(Who), ["what"] = Written(Action), ["subject"] = Written(Subject), ["from"] = Written(From), ["until"] = Written(Until), ["before"] = before?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        return QueryHelpers.AddQueryString("/programme/audit", parts.Where(p => p.Value is not null));
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
