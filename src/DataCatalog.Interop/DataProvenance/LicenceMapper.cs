using System.Text.Json;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Interop.Kogl;
using DataCatalog.Interop.Rows;
using DataCatalog.Interop.Spdx;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>Maps a record's licences: to the SPDX list or KOGL where the name or address is of one, to a named custom licence otherwise.</summary>
internal static class LicenceMapper
{
    private static readonly Table Known = Load();

    // These say that terms exist, not which; the address tells one set of terms from another.
    private static readonly string[] Unnamed = ["Custom", "Various"];

    /// <summary>The licences, each once.</summary>
    public static IReadOnlyList<LicenceReference> Map(IReadOnlyList<JsonFields> licences) =>
        [.. licences.Select(Map).OfType<LicenceReference>().DistinctBy(l => l.Licence.Key, StringComparer.OrdinalIgnoreCase)];

    private static LicenceReference? Map(JsonFields fields)
    {
        string? name = fields.Text("License");
        string? address = fields.Text("License URL") is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null;
        if (name is null && address is null) return null;
        string stated = name is null ? address! : name.Length <= 500 ? name : name[..500];
        LicenceInput licence = Published(name, address) ?? Custom(name ?? "Custom", address);
        return new LicenceReference(licence, stated, address is { Length: <= 2000 } ? address : null, KoglLicences.IsAddOn(licence.Key!));
    }

    private static LicenceInput? Published(string? name, string? address)
    {
        if (SpdxLicences.Find(name) is { } byName) return byName;
        if (KoglLicences.Find(name) is { } kogl) return kogl;
        return name is null || Unnamed.Contains(name) ? SpdxLicences.Find(address) ?? KoglLicences.Find(address) : null;
    }

    private static LicenceInput Custom(string name, string? address)
    {
        LicenceClass facts = Known.Classes.GetValueOrDefault(name) ?? new LicenceClass(null, null, null);
        Uri? terms = Unnamed.Contains(name) && Uri.TryCreate(address?.Split([',', ' '])[0], UriKind.Absolute, out Uri? uri) ? uri : null;
        string label = name.Length <= 200 ? name : name[..200];
        string? korean = Known.Korean.GetValueOrDefault(name);
        return new LicenceInput
        {
            Key = terms is null ? $"LicenseRef-dpc-{Slug.Of(label)}" : $"LicenseRef-dpc-{Slug.Of(label)}-{Slug.Hash(terms.AbsoluteUri)}",
            NameEn = terms is null ? label : $"{label} terms at {Host(terms)}",
            NameKo = terms is null ? korean : $"{Host(terms)}의 {korean ?? label}",
            Kind = LicenceKind.Custom,
            Address = terms is { UserInfo: "", AbsoluteUri.Length: <= 2000 } && terms.Scheme.StartsWith("http", StringComparison.Ordinal) ? terms.AbsoluteUri : null,
            Attribution = facts.Attribution,
            CommercialUse = facts.CommercialUse,
            ShareAlike = facts.ShareAlike,
        };
    }

    private static string Host(Uri address) => address.Host.Length <= 60 ? address.Host : address.Host[..60];

    private static Table Load()
    {
        using Stream file = typeof(LicenceMapper).Assembly.GetManifestResourceStream("DataCatalog.Interop.DataProvenance.licences.json")!;
        return JsonSerializer.Deserialize<Table>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record Table(Dictionary<string, LicenceClass> Classes, Dictionary<string, string> Korean);

    private sealed record LicenceClass(bool? CommercialUse, bool? Attribution, bool? ShareAlike);
}
