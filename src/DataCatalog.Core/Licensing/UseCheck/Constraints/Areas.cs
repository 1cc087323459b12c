using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>Codes whose parts begin with the code of the whole: places (ISO 3166: <c>KR-11</c> lies in <c>KR</c>), languages (BCP 47: <c>ko-KR</c> is <c>ko</c>), media (<c>audio/wav</c> is <c>audio</c>).</summary>
/// <remarks>
/// A code stands for all its parts. What must be Korea may be Seoul; what may not be Seoul may not be all of Korea either: then a permission does not
/// hold (not each part is within) and a prohibition does (a part is).
/// </remarks>
internal sealed class Areas(char separator, Func<string, string> code) : ValueKind
{
    /// <summary>Places; also as IRIs of the ISO's browsing platform.</summary>
    public static readonly Areas Places = new('-', IsoCode);

    /// <summary>Languages.</summary>
    public static readonly Areas Languages = new('-', static text => text);

    /// <summary>Modalities and media types; also as IRIs of the IANA's registry.</summary>
    public static readonly Areas Media = new('/', MediaType);

    public override Satisfaction Equal(in Value given, in Value required, bool any)
    {
        string g = code(given.Text);
        string r = code(required.Text);
        return Kleene.Of(Contains(r, g) || (any && Contains(g, r)));
    }

    public override Satisfaction Within(in Value given, in Value required, FactSet facts, bool any) =>
        Equal(given, required, any) == Satisfaction.Yes ? Satisfaction.Yes : Kleene.Of(facts.IsWithin(given.Text, required.Text));

    private bool Contains(string whole, string part) =>
        part.StartsWith(whole, StringComparison.OrdinalIgnoreCase) && (part.Length == whole.Length || part[whole.Length] == separator);

    private static string IsoCode(string text) =>
        text.Contains("3166", StringComparison.Ordinal) ? text[(text.AsSpan().LastIndexOfAny(':', '/') + 1)..] : text;

    private static string MediaType(string text)
    {
        const string Registry = "iana.org/assignments/media-types/";
        int at = text.IndexOf(Registry, StringComparison.Ordinal);
        string type = at < 0 ? text : text[(at + Registry.Length)..];
        return type.EndsWith("/*", StringComparison.Ordinal) ? type[..^2] : type;
    }
}
