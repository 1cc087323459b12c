using System.Collections.Concurrent;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>Turns the collection's language names and codes into BCP 47 tags.</summary>
internal static class Languages
{
    private static readonly Table Known = Load();
    private static readonly Dictionary<string, string> ByName = new(Known.Names, StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Programming = new(Known.Programming, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> NameOf = Known.Names.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.MinBy(p => p.Key.Length).Key);
    private static readonly ConcurrentDictionary<string, bool> Checked = new(StringComparer.Ordinal);

    /// <summary>Whether any of the names is a programming language.</summary>
    public static bool HasProgramming(IEnumerable<string> names) => names.Any(Programming.Contains);

    /// <summary>The tags of the codes where there are any, or of the names; each that has none is warned of and stands as <c>und</c>.</summary>
    public static List<string> Tags(IReadOnlyList<string> names, IReadOnlyList<string> codes, ICollection<ImportNote> warnings)
    {
        IEnumerable<(string Stated, string? Tag)> found = codes.Count > 0 ? codes.Select(c => (c, OfCode(c))) : names.Select(n => (n, OfName(n)));
        var tags = new List<string>();
        foreach ((string stated, string? tag) in found)
        {
            if (tag is null) warnings.Add(ImportNote.Of(ImportErrors.LanguageUnmapped, "languages", Excerpt.Of(stated)));
            if (!tags.Contains(tag ?? "und")) tags.Add(tag ?? "und");
        }

        return tags;
    }

    /// <summary>English names of tags, for sentences.</summary>
    public static string English(IEnumerable<string> tags) => Join(tags, t => NameOf.GetValueOrDefault(t, t), "and {0} more");

    /// <summary>Korean names of tags, for sentences.</summary>
    public static string Korean(IEnumerable<string> tags) => Join(tags, t => Known.Korean.GetValueOrDefault(t) ?? NameOf.GetValueOrDefault(t, t), "외 {0}개");

    private static string Join(IEnumerable<string> tags, Func<string, string> name, string more)
    {
        List<string> names = [.. tags.Where(t => t is not ("und" or "zxx")).Select(name)];
        string shown = string.Join(", ", names.Take(12));
        return names.Count <= 12 ? shown : $"{shown} {more.Replace("{0}", $"{names.Count - 12}", StringComparison.Ordinal)}";
    }

    private static string? OfName(string name)
    {
        if (Programming.Contains(name)) return "zxx";
        return ByName.TryGetValue(name.Trim(), out string? tag) && IsTag(tag) ? tag : null;
    }

    private static string? OfCode(string code)
    {
        string text = code.Trim();
        string tag = Known.Tags.GetValueOrDefault(text) ?? text.Replace('_', '-');
        return IsTag(tag) ? tag : null;
    }

    // What the catalogue takes as a tag is the catalogue's to say; the answers are remembered while they are few.
    private static bool IsTag(string tag)
    {
        if (Checked.TryGetValue(tag, out bool known)) return known;
        bool valid = Valid(tag);
        if (Checked.Count < 5000) Checked[tag] = valid;
        return valid;
    }

    private static bool Valid(string tag)
    {
        try
        {
            Vocabulary.Language(tag, "languages");
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    private static Table Load()
    {
        using Stream file = typeof(Languages).Assembly.GetManifestResourceStream("DataCatalog.Interop.DataProvenance.languages.json")!;
        return JsonSerializer.Deserialize<Table>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record Table(
        Dictionary<string, string> Names, Dictionary<string, string> Tags, IReadOnlyList<string> Programming, Dictionary<string, string> Korean);
}
