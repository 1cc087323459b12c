using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataCatalog.Search.Elastic;

/// <summary>
/// Accepts certificates of one authority alone, known by its fingerprint, or the one certificate that has it. The client's own check takes
/// any chain in which the authority's certificate stands, and that anybody can show; here the authority must have signed it.
/// </summary>
/// <param name="fingerprint">SHA-256, hexadecimal, with colons or without.</param>
internal sealed class PinnedAuthority(string fingerprint)
{
    private readonly byte[] pinned = Convert.FromHexString(fingerprint.Replace(":", "", StringComparison.Ordinal));

    /// <summary>Whether a node that shows this certificate is the cluster's. Names are not compared: the authority signs for nothing else.</summary>
    public bool Accepts(object sender, X509Certificate certificate, X509Chain presented, SslPolicyErrors faults)
    {
        using var own = new X509Certificate2(certificate);
        using var chain = new X509Chain();
        // Signatures and times are checked; that the system does not know the root is why it is pinned.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        return chain.Build(own) && chain.ChainElements.Any(e => e.Certificate.GetCertHash(HashAlgorithmName.SHA256).AsSpan().SequenceEqual(pinned));
    }
}
