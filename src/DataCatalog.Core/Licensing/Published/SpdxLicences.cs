using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Serialization;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>The SPDX licence list, searched by identifier, name or address as people write them.</summary>
public static class SpdxLicences
{
    // Names in wide use that are neither identifier nor name on the list.
    private static readonly (string Name, string Id)[] Names =
    [
        ("Apache 2.0", "Apache-2.0"), ("Apache License 2.0", "Apache-2.0"), ("MIT", "MIT"), ("GNU General Public License v3.0", "GPL-3.0-only"),
        ("GNU General Public License v2.0", "GPL-2.0-only"), ("LGPL 2.1", "LGPL-2.1-only"), ("LGPL 3.0", "LGPL-3.0-only"), ("AGPL 3.0", "AGPL-3.0-only"),
        ("GPL 3.0", "GPL-3.0-only"), ("GPL 2.0", "GPL-2.0-only"), ("BSD 3-Clause License", "BSD-3-Clause"), ("BSD 2-Clause License", "BSD-2-Clause"),
        ("CC0", "CC0-1.0"), ("CDLA Sharing 1.0", "CDLA-Sharing-1.0"), ("CDLA Permissive 1.0", "CDLA-Permissive-1.0"), ("CDLA Permissive 2.0", "CDLA-Permissive-2.0"),
        ("C-UDA", "C-UDA-1.0"), ("ODC BY 1.0", "ODC-By-1.0"), ("ODC BY", "ODC-By-1.0"), ("ODbL", "ODbL-1.0"), ("OGL 3.0", "OGL-UK-3.0"),
        ("Academic Free License v3.0", "AFL-3.0"), ("EPL 1.0", "EPL-1.0"), ("MPL 2.0", "MPL-2.0"), ("Artistic License 2.0", "Artistic-2.0"), ("ISC License", "ISC"),
    ];

    private static readonly ListFile List = PublishedFile.Read<ListFile>("spdx-licences.json");
    private static readonly FrozenDictionary<string, ListLicence> ById = List.Licences.ToFrozenDictionary(l => l.Id, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, LicenceInput> ByName = Index(List);
    private static readonly FrozenDictionary<string, LicenceInput> ByAddress = Addresses(List);

    /// <summary>Every licence of the list.</summary>
    public static IReadOnlyCollection<LicenceInput> All { get; } = [.. List.Licences.Select(Input)];

    /// <summary>The list's version.</summary>
    public static string Version => List.Version;

    /// <summary>An identifier as the list spells it, or null where the list has none; case does not matter.</summary>
    public static string? Canonical(string id) => ById.TryGetValue(id, out ListLicence? licence) ? licence.Id : null;

    /// <summary>The identifier that stands for a deprecated one of the GNU family today (<c>GPL-3.0</c>, <c>GPL-3.0+</c>); any other is its own.</summary>
    public static string Current(string id, bool orLater)
    {
        string stem = id.TrimEnd('+');
        string current = stem + (orLater || id.EndsWith('+') ? "-or-later" : "-only");
        if (ById.ContainsKey(current)) return Canonical(current)!;
        if (orLater && stem.EndsWith("-only", StringComparison.OrdinalIgnoreCase)) return Canonical(stem[..^5] + "-or-later") ?? id;
        return id;
    }

    /// <summary>Where the list says that a licence's text is, or null where it is not on the list.</summary>
    public static string? AddressOf(string id) => ById.TryGetValue(id, out ListLicence? licence) ? Input(licence).Address : null;

    /// <summary>The licence that a text means: its identifier, its name or an address of it, whatever the case and punctuation; null where none is meant surely.</summary>
    public static LicenceInput? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 500) return null;
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return ByAddress.GetValueOrDefault(Address(text));
        return ByName.GetValueOrDefault(Fold(text));
    }

    // 'CC BY-NC 4.0', 'cc-by-nc-4.0' and 'Creative Commons BY NC 4.0 License' fold to the same letters.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (string word in text.ToLowerInvariant().Split([' ', '-', '_', ',', '(', ')', '"', '/', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "the" or "license" or "licence" or "version" or "international" or "public" or "only" or "unported" or "deed") continue;
            folded.Append(word.Length > 1 && word[0] == 'v' && char.IsAsciiDigit(word[1]) ? word[1..] : word).Append(' ');
        }

        return folded.Replace("creative commons", "cc").Replace("attribution", "by").Replace("noncommercial", "nc").Replace("non commercial", "nc")
            .Replace("sharealike", "sa").Replace("share alike", "sa").Replace("noderivatives", "nd").Replace("no derivatives", "nd").ToString().Trim();
    }

    private static string Address(string text)
    {
        string address = text.Trim().ToLowerInvariant();
        address = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        if (address.StartsWith("www.", StringComparison.Ordinal)) address = address[4..];
        int end = address.IndexOfAny(['?', '#']);
        if (end >= 0) address = address[..end];
        foreach (string tail in (string[])["/", "/legalcode", "/deed.en", "/deed.ko", "/deed", ".html", ".txt", "/"])
        {
            if (address.EndsWith(tail, StringComparison.Ordinal)) address = address[..^tail.Length];
        }

        return address;
    }

    private static FrozenDictionary<string, LicenceInput> Index(ListFile list)
    {
        var index = new Dictionary<string, LicenceInput>(StringComparer.Ordinal);
        foreach (ListLicence licence in list.Licences.OrderBy(l => l.Deprecated)) index.TryAdd(Fold(licence.Id), Input(licence));
        foreach (ListLicence licence in list.Licences.OrderBy(l => l.Deprecated).ThenBy(l => l.Id.Length)) index.TryAdd(Fold(licence.Name), Input(licence));
        foreach ((string name, string id) in Names) index.TryAdd(Fold(name), index[Fold(id)]);
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // An address that several licences share means none of them surely.
    private static FrozenDictionary<string, LicenceInput> Addresses(ListFile list) => list.Licences
        .Where(l => !l.Deprecated)
        .SelectMany(l => l.SeeAlso.Append($"https://spdx.org/licenses/{l.Id}").Select(Address).Distinct().Select(a => (Address: a, Licence: l)))
        .GroupBy(p => p.Address, StringComparer.Ordinal)
        .Where(g => g.Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => Input(g.First().Licence), StringComparer.Ordinal);

    private static LicenceInput Input(ListLicence licence)
    {
        string[] parts = licence.Id.Split('-');
        bool commons = parts[0] == "CC" && parts.Contains("BY");
        bool zero = parts[0] == "CC0";
        return new LicenceInput
        {
            Key = licence.Id,
            NameEn = licence.Name,
            Kind = LicenceKind.Spdx,
            Address = licence.SeeAlso.FirstOrDefault(a => Uri.TryCreate(a, UriKind.Absolute, out _)) ?? $"https://spdx.org/licenses/{licence.Id}.html",
            Attribution = commons ? true : zero ? false : null,
            CommercialUse = commons ? !parts.Contains("NC") : zero ? true : null,
            Derivatives = commons ? !parts.Contains("ND") : zero ? true : null,
            ShareAlike = commons ? parts.Contains("SA") : zero ? false : null,
        };
    }

    private sealed record ListFile(string Version, IReadOnlyList<ListLicence> Licences);

    private sealed record ListLicence(string Id, string Name, [property: JsonPropertyName("seeAlso")] IReadOnlyList<string> SeeAlso, bool Deprecated = false);
}
