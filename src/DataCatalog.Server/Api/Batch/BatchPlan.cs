using System.Text.Json;

namespace DataCatalog.Server.Api.Batch;

/// <summary>
/// What a JSON batch says of its parts beside the requests (OData JSON Format 4.01, section 19.1): which need which, and the names of
/// their groups. The library checks both and keeps neither.
/// </summary>
internal sealed class BatchPlan
{
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    /// <summary>Reads it, and leaves the body to be read again; empty where the batch is not JSON or malformed, which the library refuses.</summary>
    public static async Task<BatchPlan> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var plan = new BatchPlan();
        if (!request.HasJsonContentType()) return plan;
        request.EnableBuffering();
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(request.Body, default, cancellation);
            if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("requests", out JsonElement all)) plan.Add(all);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            plan.parts.Clear();
        }

        request.Body.Position = 0;
        return plan;
    }

    /// <summary>The parts and groups that must have succeeded before any of these runs.</summary>
    public IEnumerable<string> Needs(IReadOnlyList<string> ids) => Of(ids).SelectMany(p => p.DependsOn).Except(ids, StringComparer.Ordinal);

    /// <summary>The group that these form; null where they form none.</summary>
    public string? GroupOf(IReadOnlyList<string> ids) => Of(ids).Select(p => p.Group).FirstOrDefault();

    /// <summary>What others can call these.</summary>
    public IEnumerable<string> NamesOf(IReadOnlyList<string> ids) => [.. ids, .. Of(ids).Select(p => p.Group).OfType<string>()];

    private IEnumerable<Part> Of(IReadOnlyList<string> ids) => ids.Where(parts.ContainsKey).Select(id => parts[id]);

    private void Add(JsonElement all)
    {
        foreach (JsonElement part in all.EnumerateArray())
        {
            string[] needs = part.TryGetProperty("dependsOn", out JsonElement names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
            if (part.GetProperty("id").GetString() is { } id) parts[id] = new Part(part.TryGetProperty("atomicityGroup", out JsonElement group) ? group.GetString() : null, needs);
        }
    }

    private sealed record Part(string? Group, IReadOnlyList<string> DependsOn);
}
