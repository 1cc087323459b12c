using System.Text.RegularExpressions;

namespace DataCatalog.Core.Common;

/// <summary>Values that come from published lists: currencies, languages, territories, media types.</summary>
public static partial class Vocabulary
{
    private static readonly HashSet<string> Currencies = PublishedList.Read("currencies").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Territories = PublishedList.Read("territories").ToHashSet(StringComparer.Ordinal);
    private static readonly string[] MediaKinds = ["application", "audio", "font", "image", "message", "model", "multipart", "text", "video"];

    /// <summary>ISO 4217 alphabetic code.</summary>
    public static string Currency(string? value, string field)
    {
        string code = Check.Text(value, field, 3);
        return Currencies.Contains(code) ? code : throw Unknown(field, code, "ISO 4217 currency", "use a code as in KRW, USD or EUR");
    }

    /// <summary>Whether it is an ISO 4217 alphabetic code.</summary>
    public static bool IsCurrency(string code) => Currencies.Contains(code);

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public static string Territory(string? value, string field)
    {
        string code = Check.Text(value, field, 2);
        return IsTerritory(code) ? code : throw Unknown(field, code, "ISO 3166-1 territory", "use a two-letter code in capitals, as in KR");
    }

    /// <summary>Whether it is an ISO 3166-1 alpha-2 code.</summary>
    public static bool IsTerritory(string code) => Territories.Contains(code);

    /// <summary>BCP 47 tag (RFC 5646) of registered subtags: a language, then optional script, region and variants.</summary>
    public static string Language(string? value, string field)
    {
        string tag = Check.Text(value, field, 35);
        return LanguageTags.Fault(tag) is { } fault ? throw Unknown(field, tag, "BCP 47 language", fault) : tag;
    }

    /// <summary>IANA media type (RFC 6838): <c>type/subtype</c> with a registered top-level type.</summary>
    public static string MediaType(string? value, string field)
    {
        string type = Check.Text(value, field, 127);
        return MediaTypeForm().IsMatch(type) && MediaKinds.Contains(type.Split('/')[0], StringComparer.Ordinal)
            ? type
            : throw Unknown(field, type, "media type", "use a registered one as in application/json or audio/flac");
    }

    /// <summary>Values without repetition, each checked, in the order given.</summary>
    public static List<string> Each(IEnumerable<string>? values, string field, Func<string?, string, string> check, int most = 200)
    {
        var result = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int index, string value) in (values ?? []).Index())
        {
            string item = check(value, $"{field}/{index}");
            if (!seen.Add(item)) continue;
            if (result.Count == most) throw new DomainException(CommonErrors.TooMany, field, field, most);
            result.Add(item);
        }

        return result;
    }

    private static DomainException Unknown(string field, string value, string kind, string remedy) => new(CommonErrors.Invalid, field, value, kind, remedy);

    [GeneratedRegex("^[a-z]+/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaTypeForm();
}
