using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements;

/// <summary>A signed statement that a mix was permitted: what went into a model, by which terms; append-only.</summary>
public sealed class Clearance : Entity
{
    private Clearance() { }

    /// <summary>Whose model.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The model.</summary>
    public Guid ModelId { get; private set; }

    /// <summary>The recorded decision that it rests on.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>Identity of the key that signed it.</summary>
    public string KeyId { get; private set; } = null!;

    /// <summary>Who had it made.</summary>
    public string IssuedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>The DSSE envelope, as JSON.</summary>
    public string Envelope { get; private set; } = null!;

    /// <summary>Keeps a statement.</summary>
    public static Clearance Of(RecordedDecision decision, Guid model, string keyId, string envelope, Actor by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), ConsortiumId = decision.ConsortiumId, ModelId = model, DecisionId = decision.Id, KeyId = keyId, IssuedBy = by.Name, IssuedAt = clock.Instant(), Envelope = envelope,
    };
}

/// <summary>A public key that clearances are verified with; it stays after its private key is gone.</summary>
public sealed class ClearanceKey : Entity
{
    /// <summary>ECDSA on NIST P-256 with SHA-256 (FIPS 186-5).</summary>
    public const string EcdsaP256 = "ecdsa-p256-sha256";

    private ClearanceKey() { }

    /// <summary>SHA-256 of the public key's SubjectPublicKeyInfo, lower-case hexadecimal.</summary>
    public string KeyId { get; private set; } = null!;

    /// <summary>How it signs.</summary>
    public string Algorithm { get; private set; } = null!;

    /// <summary>The public key in PEM (RFC 7468, section 13).</summary>
    public string PublicKey { get; private set; } = null!;

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When another took its place, UTC; null while it signs.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Makes the row of a new key.</summary>
    public static ClearanceKey Of(string keyId, string publicKey, TimeProvider clock) =>
        new() { Id = Ids.New(clock), KeyId = keyId, Algorithm = EcdsaP256, PublicKey = publicKey, MadeAt = clock.Instant() };

    /// <summary>Says that it signs no longer.</summary>
    public void Retire(TimeProvider clock) => RetiredAt ??= clock.Instant();
}
