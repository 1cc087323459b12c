using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Core.Common;

/// <summary>Values that come from published lists: currencies, languages, territories, media types, durations.</summary>
public static partial class Vocabulary
{
    private static readonly HashSet<string> Currencies = Regions().Select(r => r.ISOCurrencySymbol).Where(c => c.Length == 3).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Territories = Regions().Select(r => r.TwoLetterISORegionName).Where(t => t.Length == 2 && char.IsAsciiLetterUpper(t[0])).ToHashSet(StringComparer.Ordinal);

    private static readonly string[] MediaKinds = ["application", "audio", "font", "image", "message", "model", "multipart", "text", "video"];

    /// <summary>ISO 4217 alphabetic code.</summary>
    public static string Currency(string? value, string field)
    {
        string code = Check.Text(value, field, 3);
        return Currencies.Contains(code) ? code : throw Unknown(field, code, "ISO 4217 currency", "use a code as in KRW, USD or EUR");
    }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public static string Territory(string? value, string field)
    {
        string code = Check.Text(value, field, 2);
        return Territories.Contains(code) ? code : throw Unknown(field, code, "ISO 3166-1 territory", "use a two-letter code in capitals, as in KR");
    }

    /// <summary>BCP 47 tag (RFC 5646): a registered primary subtag of two or three letters, then optional script, region and variants.</summary>
    public static string Language(string? value, string field)
    {
        string tag = Check.Text(value, field, 35);
        return LanguageForm().IsMatch(tag) && IsLanguage(tag.Split('-')[0])
            ? tag
            : throw Unknown(field, tag, "BCP 47 language", "use a tag as in ko, en or zh-Hant");
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
        foreach (string value in values ?? [])
        {
            string item = check(value, $"{field}/{result.Count}");
            if (result.Contains(item, StringComparer.Ordinal)) continue;
            if (result.Count == most) throw new DomainException(CommonErrors.Invalid, field, field, "list", $"give at most {most} values");
            result.Add(item);
        }

        return result;
    }

    private static DomainException Unknown(string field, string value, string kind, string remedy) => new(CommonErrors.Invalid, field, value, kind, remedy);

    // ICU answers any well-formed subtag; one it does not know has no English name but the subtag itself.
    private static bool IsLanguage(string subtag)
    {
        try
        {
            return subtag is "und" or "mul" or "zxx" || !string.Equals(CultureInfo.GetCultureInfo(subtag).EnglishName, subtag, StringComparison.OrdinalIgnoreCase);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<RegionInfo> Regions() =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name));

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageForm();

    [GeneratedRegex("^[a-z]+/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaTypeForm();
}
