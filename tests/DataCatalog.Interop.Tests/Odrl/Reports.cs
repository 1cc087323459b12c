using System.Text.Json;

namespace DataCatalog.Interop.Tests.Odrl;

/// <summary>Takes compliance reports apart.</summary>
internal static class Reports
{
    /// <summary>For each rule report its type, rule, request, attempt state and activation state.</summary>
    public static List<string> Rules(string report)
    {
        using JsonDocument document = JsonDocument.Parse(report);
        return [.. Each(document.RootElement, "report:ruleReport").Select(r => string.Join(' ', r.GetProperty("@type").GetString()!["report:".Length..], Uid(r, "rule"), Uid(r, "ruleRequest"), State(r, "attemptState"), State(r, "activationState")))];
    }

    /// <summary>For each rule report whether it is active.</summary>
    public static string Activations(string report)
    {
        using JsonDocument document = JsonDocument.Parse(report);
        return string.Join(' ', Each(document.RootElement, "report:ruleReport").Select(r => State(r, "activationState")));
    }

    private static IEnumerable<JsonElement> Each(JsonElement owner, string property) =>
        owner.GetProperty(property) is { ValueKind: JsonValueKind.Array } many ? [.. many.EnumerateArray()] : [owner.GetProperty(property)];

    private static string State(JsonElement owner, string property) => Uid(owner, property)["report:".Length..];

    private static string Uid(JsonElement owner, string property) => owner.GetProperty("report:" + property).GetProperty("uid").GetString()!;
}
