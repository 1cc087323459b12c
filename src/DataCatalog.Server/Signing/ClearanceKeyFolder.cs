using System.Security.Cryptography;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Signing;

/// <summary>Keeps the private keys of clearances as files that only the service's own user can read.</summary>
/// <param name="folder">The folder; made where it is missing.</param>
public sealed class ClearanceKeyFolder(string folder) : IClearanceKeys
{
    /// <inheritdoc/>
    public (string KeyId, string PublicKey) Make()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string keyId = Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()));
        PrivateFolder.Create(folder);
        using (var file = new StreamWriter(PrivateFile.Create(PathOf(keyId)))) file.Write(pair.ExportPkcs8PrivateKeyPem());
        return (keyId, pair.ExportSubjectPublicKeyInfoPem());
    }

    /// <inheritdoc/>
    public byte[]? Sign(string keyId, ReadOnlySpan<byte> data)
    {
        try
        {
            using var pair = ECDsa.Create();
            pair.ImportFromPem(File.ReadAllText(PathOf(keyId)));
            return pair.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Forget(string keyId) => File.Delete(PathOf(keyId));

    // Ids come from the database; only hexadecimal ones can be file names.
    private string PathOf(string keyId) => keyId.All(char.IsAsciiHexDigitLower) ? Path.Combine(folder, keyId + ".pem") : throw new ArgumentException("It is not a key's id.", nameof(keyId));
}
