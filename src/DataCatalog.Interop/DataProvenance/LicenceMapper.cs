using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>Maps a record's licences: to the SPDX list or KOGL where the name or address is of one, to a named custom licence otherwise.</summary>
internal static class LicenceMapper
{
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
        return name is null || DataProvenanceLicences.IsUnnamed(name) ? SpdxLicences.Find(address) ?? KoglLicences.Find(address) : null;
    }

    private static LicenceInput Custom(string name, string? address)
    {
        Uri? terms = DataProvenanceLicences.IsUnnamed(name) ? DataProvenanceLicences.FirstAddress(address) : null;
        string label = name.Length <= 200 ? name : name[..200];
        string key = DataProvenanceLicences.KeyOf(label, terms);
        string? korean = DataProvenanceLicences.Korean(name);
        LicenceClass? facts = DataProvenanceLicences.Of(key);
        return new LicenceInput
        {
            Key = key,
            NameEn = terms is null ? label : $"{label} terms at {Host(terms)}",
            NameKo = terms is null ? korean : $"{Host(terms)}의 {korean ?? label}",
            Kind = LicenceKind.Custom,
            Address = terms is { UserInfo: "", AbsoluteUri.Length: <= 2000 } && terms.Scheme.StartsWith("http", StringComparison.Ordinal) ? terms.AbsoluteUri : null,
            Attribution = facts?.Attribution,
            CommercialUse = facts?.CommercialUse,
            ShareAlike = facts?.ShareAlike,
        };
    }

    private static string Host(Uri address) => address.Host.Length <= 60 ? address.Host : address.Host[..60];
}
