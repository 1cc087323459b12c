using System.Text.RegularExpressions;

namespace DataCatalog.Core.Common;

/// <summary>Language tags (BCP 47, RFC 5646): language, then optional script, region and variants; no extensions or private use.</summary>
internal static partial class LanguageTags
{
    private static readonly HashSet<string> Languages = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Shorter = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Scripts = PublishedList.Read("scripts").ToHashSet(StringComparer.Ordinal);

    static LanguageTags()
    {
        foreach (string entry in PublishedList.Read("languages"))
        {
            string[] parts = entry.Split('=');
            Languages.Add(parts[0]);
            if (parts.Length == 2) Shorter[parts[1]] = parts[0];
        }
    }

    /// <summary>Why the text is no such tag, or null where it is one.</summary>
    public static string? Fault(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success) return "use a tag as in ko, en or zh-Hant";
        string language = match.Groups["language"].Value;
        if (Shorter.TryGetValue(language, out string? registered)) return $"write '{registered}' for '{language}'";
        if (!Languages.Contains(language)) return "use a language of ISO 639, as in ko, en or kmr";
        if (match.Groups["script"] is { Success: true } script && !Scripts.Contains(script.Value)) return "use a script of ISO 15924, as in zh-Hant";
        return match.Groups["region"] is { Success: true } region && !Vocabulary.IsTerritory(region.Value) ? "use a territory of ISO 3166-1, as in pt-BR" : null;
    }

    [GeneratedRegex("^(?<language>[a-z]{2,3})(-(?<script>[A-Z][a-z]{3}))?(-((?<region>[A-Z]{2})|[0-9]{3}))?(-([0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
