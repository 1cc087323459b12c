using System.Text.RegularExpressions;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>The types of the Korea Open Government Licence (공공누리), and its AI mark.</summary>
public static partial class KoglLicences
{
    private static readonly KoglType[] Types = PublishedFile.Read<KoglType[]>("kogl.json");

    /// <summary>Types 0 to 4 and the AI mark.</summary>
    public static IReadOnlyList<LicenceInput> All { get; } = [.. Types.Select(Input)];

    /// <summary>Whether a licence of that key is a mark added to a type.</summary>
    public static bool IsAddOn(string key) => Array.Exists(Types, t => t.AddOn && string.Equals(t.Id, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The type that a text means, as in <c>KOGL-1</c>, <c>LicenseRef-KOGL-1</c>, <c>공공누리 제1유형</c> or the type's address; null where none.</summary>
    public static LicenceInput? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 500) return null;
        string wanted = text.Trim();
        if (Type().Match(wanted) is { Success: true } match) wanted = "KOGL-" + match.Groups[1].Value;
        return All.FirstOrDefault(l => Means(l, wanted));
    }

    private static bool Means(LicenceInput licence, string wanted)
    {
        string id = licence.Key!["LicenseRef-".Length..];
        string shortKorean = licence.NameKo!.Split(':')[0];
        return string.Equals(wanted, licence.Key, StringComparison.OrdinalIgnoreCase) || string.Equals(wanted, id, StringComparison.OrdinalIgnoreCase)
            || string.Equals(wanted, id.Replace('-', ' '), StringComparison.OrdinalIgnoreCase) || wanted == licence.NameKo || wanted == shortKorean
            || (licence.Address is not null && string.Equals(wanted, licence.Address, StringComparison.OrdinalIgnoreCase));
    }

    private static LicenceInput Input(KoglType type) => new()
    {
        Key = type.Id, NameEn = type.NameEn, NameKo = type.NameKo, Kind = LicenceKind.Kogl, Address = type.Address,
        Attribution = type.Attribution, CommercialUse = type.CommercialUse, Derivatives = type.Derivatives,
    };

    [GeneratedRegex(@"^(?:공공누리\s*제?\s*|KOGL[ -]?(?:Type)?[ -]?|https?://(?:www\.)?kogl\.or\.kr/info/licenseType)([0-4])(?:\s*유형|\.do|$)\s*(?:[:(].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Type();

    private sealed record KoglType(
        string Id, string NameEn, string NameKo, string? Address, bool? Attribution, bool? CommercialUse, bool? Derivatives, bool AddOn);
}
