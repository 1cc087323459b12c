using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Core.Licensing;

/// <summary>Rules as they are kept: the policy, its canonical text and its hash.</summary>
internal sealed record WrittenTerms(Policy Policy, string Odrl)
{
    // Days of terms are Seoul's in every form that they are written in.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Hash(Odrl);

    /// <summary>Reads what a caller wrote, in whichever form.</summary>
    /// <param name="input">The rules.</param>
    /// <param name="uid">IRI of the policy, for the forms that do not name it.</param>
    /// <exception cref="DomainException">The rules are not valid, or are given in several forms.</exception>
    public static WrittenTerms Read(TermsInput input, string uid)
    {
        if ((input.Odrl is null ? 0 : 1) + (input.Short is null ? 0 : 1) + (input.ShortForm is null ? 0 : 1) > 1) throw new DomainException(LicensingErrors.SeveralForms, nameof(input.Odrl));
        (Policy policy, string odrl) = input switch
        {
            { Short: { } text } => TermsPolicy.Check(ShortTerms.Parse(text, uid, Zone, nameof(input.Short)), nameof(input.Short)),
            { ShortForm: { } json } => TermsPolicy.Check(ShortTerms.Read(json, uid, Zone, nameof(input.ShortForm)), nameof(input.ShortForm)),
            _ => TermsPolicy.Read(input.Odrl, nameof(input.Odrl)),
        };
        return new WrittenTerms(policy, odrl);
    }

    /// <summary>SHA-256 of a canonical text.</summary>
    public static string Hash(string odrl) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(odrl)));
}
