using System.Text.RegularExpressions;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Finds the published licence that a text from elsewhere means, and keeps the text.</summary>
public static partial class LicenceNormaliser
{
    /// <summary>The licence's key, or a valid expression of several; a null key where none is meant surely. The raw text stays.</summary>
    public static NormalisedLicence Normalise(string? raw)
    {
        string text = raw?.Trim() ?? "";
        string? key = Find(text)?.Key;
        if (key is null && LicenceExpression.TryParse(text, out LicenceExpression? expression)) key = expression.ToString();
        return new NormalisedLicence(raw, key);
    }

    /// <summary>The single licence that a text means: on the SPDX list, a KOGL type or a Korean Creative Commons licence; null where none.</summary>
    public static LicenceInput? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 500) return null;
        string wanted = ChosenAt().Match(text.Trim()) is { Success: true } page ? page.Groups[1].Value : text.Trim();
        return KoreanCommons(wanted) ?? SpdxLicences.Find(wanted) ?? KoglLicences.Find(wanted);
    }

    // The licences of Creative Commons Korea 2.0 are not on the SPDX list.
    private static LicenceInput? KoreanCommons(string text)
    {
        Match match = KoreanDeed().Match(text);
        if (!match.Success) match = KoreanName().Match(text);
        if (!match.Success) return null;
        string elements = match.Groups[1].Value.ToUpperInvariant().Replace(' ', '-');
        return new LicenceInput
        {
            Key = $"LicenseRef-CC-{elements}-2.0-KR",
            NameEn = $"Creative Commons {elements} 2.0 Korea",
            NameKo = $"크리에이티브 커먼즈 {elements} 2.0 대한민국",
            Kind = LicenceKind.Custom,
            Address = $"https://creativecommons.org/licenses/{elements.ToLowerInvariant()}/2.0/kr/",
            Attribution = true,
            CommercialUse = !elements.Contains("NC", StringComparison.Ordinal),
            Derivatives = !elements.Contains("ND", StringComparison.Ordinal),
            ShareAlike = elements.Contains("SA", StringComparison.Ordinal),
        };
    }

    [GeneratedRegex(@"^https?://(?:www\.)?choosealicense\.com/licenses/([a-z0-9.-]{1,60})/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChosenAt();

    [GeneratedRegex(@"^https?://(?:www\.)?creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?)/2\.0/kr(?:/(?:deed|legalcode)?(?:\.[a-z]{2})?)?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KoreanDeed();

    [GeneratedRegex(@"^(?:LicenseRef-)?CC[ -](BY(?:[ -]NC)?(?:[ -](?:SA|ND))?)[ -]2\.0[ -]KR$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KoreanName();
}

/// <summary>A licence as it was written, and which published one it means.</summary>
/// <param name="Raw">As written.</param>
/// <param name="Key">Key of the licence or canonical expression, or null.</param>
public sealed record NormalisedLicence(string? Raw, string? Key);
