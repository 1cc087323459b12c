using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataCatalog.Search.Tests.Support;

/// <summary>Certificates that no system trusts.</summary>
internal static class Certificates
{
    /// <summary>An authority; two of the same name have keys of their own.</summary>
    public static X509Certificate2 Authority(string name, X509Certificate2? above = null)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return Issue(request, key, above);
    }

    /// <summary>A node's certificate, signed by an authority or by itself.</summary>
    public static X509Certificate2 Node(X509Certificate2? by = null)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = Request("node", key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return Issue(request, key, by);
    }

    private static CertificateRequest Request(string name, RSA key) => new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Issue(CertificateRequest request, RSA key, X509Certificate2? by)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (by is null) return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using X509Certificate2 issued = request.Create(by, by.NotBefore, by.NotAfter, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
