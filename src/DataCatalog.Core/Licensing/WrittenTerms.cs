using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>Rules as they are kept: the canonical text, its hash, and the plain facts that search and alerts need.</summary>
internal sealed record WrittenTerms(OdrlPolicy Policy)
{
    /// <summary>The canonical policy.</summary>
    public string Odrl => Policy.Json;

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Hash(Policy.Json);

    /// <summary>Reads what a caller wrote, in whichever form.</summary>
    /// <exception cref="DomainException">The rules are not valid, or are given in no form or in several.</exception>
    public static WrittenTerms Read(TermsInput input, string field = "") => new(OdrlPolicy.Read(input.Odrl, field + nameof(input.Odrl)));

    /// <summary>SHA-256 of a canonical text.</summary>
    public static string Hash(string odrl) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(odrl)));
}
