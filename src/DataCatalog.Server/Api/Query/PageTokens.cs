using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.DataProtection;

namespace DataCatalog.Server.Api.Query;

/// <summary>Seals the place where a page ends, so that nobody can read it, change it or use it with another query.</summary>
public sealed class PageTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("DataCatalog.PageTokens.v1");

    /// <summary>Seals a place of a query.</summary>
    public string Seal(string place, string query) => protector.Protect(Fingerprint(query) + place);

    /// <summary>Opens a sealed place.</summary>
    /// <exception cref="DomainException"><c>bad-skiptoken</c> where it was changed or belongs to another query.</exception>
    public string Open(string token, string query)
    {
        try
        {
            string text = protector.Unprotect(token);
            string mark = Fingerprint(query);
            return text.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..] : throw new DomainException(ApiErrors.BadSkipToken, "$skiptoken");
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new DomainException(ApiErrors.BadSkipToken, "$skiptoken");
        }
    }

    private static string Fingerprint(string query) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 8));
}
