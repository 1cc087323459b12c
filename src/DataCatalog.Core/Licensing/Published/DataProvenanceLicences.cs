using System.Collections.Frozen;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Terms without a published licence as the Data Provenance Collection classes them: by name, or by the address of the terms.</summary>
public static class DataProvenanceLicences
{
    // These say that terms exist, not which; the address tells one set of terms from another.
    private static readonly string[] Unnamed = ["Custom", "Various"];

    private static readonly Table Known = PublishedFile.Read<Table>("data-provenance.json");
    private static readonly FrozenDictionary<string, LicenceClass> ByKey = Keyed();

    /// <summary>Keys of every class; a name of a licence on the SPDX list is that licence, whatever the collection says of it.</summary>
    public static IReadOnlyCollection<string> Keys => ByKey.Keys;

    /// <summary>Whether a name says that terms exist and not which.</summary>
    public static bool IsUnnamed(string name) => Unnamed.Contains(name);

    /// <summary>The registry's key for terms of that name, or at that address where the name says nothing.</summary>
    public static string KeyOf(string name, Uri? address)
    {
        string key = "LicenseRef-dpc-" + Slug.Of(name);
        return address is null ? key : $"{key}-{Slug.Hash(address.AbsoluteUri)}";
    }

    /// <summary>The first address that a text gives, or null.</summary>
    public static Uri? FirstAddress(string? text) =>
        Uri.TryCreate(text?.Split([',', ' '])[0], UriKind.Absolute, out Uri? uri) ? uri : null;

    /// <summary>What the collection says of terms, by their key; null where it says nothing.</summary>
    public static LicenceClass? Of(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The Korean name of a class, or null.</summary>
    public static string? Korean(string name) => Known.Korean.GetValueOrDefault(name);

    private static FrozenDictionary<string, LicenceClass> Keyed()
    {
        var keyed = new Dictionary<string, LicenceClass>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, LicenceClass known) in Known.Classes.Where(c => SpdxLicences.Find(c.Key) is null)) keyed.TryAdd(KeyOf(name, null), known);
        foreach ((string address, LicenceClass known) in Known.Addresses)
        {
            foreach (string name in Unnamed) keyed.TryAdd(KeyOf(name, FirstAddress(address)), known);
        }

        return keyed.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Table(Dictionary<string, LicenceClass> Classes, Dictionary<string, LicenceClass> Addresses, Dictionary<string, string> Korean);
}

/// <summary>A class of terms; null where the collection does not say.</summary>
/// <param name="Use">What the terms are open to: <c>all</c>, <c>nonCommercial</c>, <c>academic</c>.</param>
/// <param name="Attribution">Whether they ask for attribution.</param>
/// <param name="ShareAlike">Whether they ask for the same licence.</param>
public sealed record LicenceClass(string? Use, bool? Attribution, bool? ShareAlike)
{
    /// <summary>Whether commercial use is allowed.</summary>
    public bool? CommercialUse => Use switch { null => null, "all" => true, _ => false };
}
