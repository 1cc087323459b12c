namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Where the private keys of clearances are: outside the database, and never shown to anyone.</summary>
public interface IClearanceKeys
{
    /// <summary>Makes a key pair on NIST P-256 and keeps its private key.</summary>
    /// <returns>SHA-256 of the public key's SubjectPublicKeyInfo, and the public key in PEM.</returns>
    (string KeyId, string PublicKey) Make();

    /// <summary>Signs with ECDSA and SHA-256; the signature is in ASN.1 DER (RFC 3279, section 2.2.3).</summary>
    /// <returns>The signature, or null where the private key cannot be read.</returns>
    byte[]? Sign(string keyId, ReadOnlySpan<byte> data);

    /// <summary>Forgets a private key.</summary>
    void Forget(string keyId);
}
