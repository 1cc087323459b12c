using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Licensing.Odrl.Writing;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>
/// Writes policies as canonical JSON-LD: compact, in ODRL's published context, with the order of properties, rules and values fixed, so that the same terms
/// have the same bytes and the same SHA-256 in whatever order or form they came.
/// </summary>
public static class PolicyWriter
{
    /// <summary>The canonical JSON-LD.</summary>
    public static string Write(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new PolicyForm().Of(policy);
    }

    /// <summary>SHA-256 of the canonical JSON-LD in UTF-8, lower-case hexadecimal.</summary>
    public static string Sha256(Policy policy) => Sha256(Write(policy));

    /// <summary>SHA-256 of a canonical text in UTF-8, lower-case hexadecimal.</summary>
    public static string Sha256(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
