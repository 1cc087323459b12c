using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>What ready-made terms say of a rule beside the rule: whether it is a reading rather than the licence's words, and what the officer said who read it so.</summary>
public static class ReadingMarks
{
    /// <summary>Property: the rule rests on an interpretation.</summary>
    public const string Interpretation = Iris.Profile + "interpretation";

    /// <summary>Property: the officer's note, or notes.</summary>
    public const string Note = Iris.Profile + "note";

    /// <summary>Whether a rule rests on an interpretation.</summary>
    public static bool IsInterpretation(Rule rule) => rule.Annotations.Any(a => a.Property == Interpretation);

    /// <summary>The notes of the officers who read it so.</summary>
    public static IReadOnlyList<string> Notes(Rule rule)
    {
        if (rule.Annotations.FirstOrDefault(a => a.Property == Note) is not { } said) return [];
        JsonElement notes = JsonElement.Parse(said.Json);
        return notes.ValueKind == JsonValueKind.Array ? [.. notes.EnumerateArray().Select(n => n.GetString()!)] : [notes.GetString()!];
    }
}
