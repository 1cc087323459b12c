using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Server.Messaging;

/// <summary>The signature of Standard Webhooks, version 1: HMAC-SHA256 over id, timestamp and body.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    public static string Of(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] key = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
