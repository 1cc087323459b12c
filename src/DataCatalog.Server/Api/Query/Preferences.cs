using System.Globalization;

namespace DataCatalog.Server.Api.Query;

/// <summary>What the header <c>Prefer</c> asks for (RFC 7240; OData 4.01 Protocol, section 8.2.8).</summary>
public static class Preferences
{
    /// <summary>Most rows of a page; null where nothing usable is asked for.</summary>
    public static int? MaxPageSize(HttpRequest request) =>
        (Value(request, "odata.maxpagesize") ?? Value(request, "maxpagesize")) is not { } text || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size < 1
            ? null
            : size;

    /// <summary>Whether the caller wants no body after a write.</summary>
    public static bool Minimal(HttpRequest request) => Value(request, "return") == "minimal";

    /// <summary>The value of a preference, empty where it has none; null where it is not asked for.</summary>
    public static string? Value(HttpRequest request, string name) =>
        request.Headers["Prefer"].SelectMany(line => (line ?? "").Split(','))
            .Select(item => item.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? (found.Length == 2 ? found[1].Trim('"') : "") : null;
}
