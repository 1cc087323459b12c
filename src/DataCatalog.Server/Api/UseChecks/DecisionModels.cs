using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Api.UseChecks;

/// <summary>An answer of the use-check that was recorded.</summary>
public sealed class RecordedDecisionModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; it never changes.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the consortium it was asked for.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Who asked.</summary>
    public string AskedBy { get; set; } = "";

    /// <summary>Id of the model it was asked for.</summary>
    public Guid? ModelId { get; set; }

    /// <summary>Key of the dataset; null where several were asked about.</summary>
    public string? DatasetKey { get; set; }

    /// <summary>How many datasets it is about.</summary>
    public int DatasetCount { get; set; }

    /// <summary>The answer.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>First instant at which the answer may be another.</summary>
    public DateTime? HoldsUntil { get; set; }

    /// <summary>The instant asked about.</summary>
    public DateTime At { get; set; }

    /// <summary>As known when.</summary>
    public DateTime KnownAt { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The question with the versions and hashes of the terms, as JSON.</summary>
    public string Question { get; set; } = "";

    /// <summary>The answer in full, as JSON.</summary>
    public string Decision { get; set; } = "";
}

/// <summary>A signed statement that a mix was permitted.</summary>
public sealed class ClearanceModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; it never changes.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the consortium.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Id of the model.</summary>
    public Guid ModelId { get; set; }

    /// <summary>Id of the recorded decision it rests on.</summary>
    public Guid DecisionId { get; set; }

    /// <summary>Identity of the key that signed it.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>Who had it made.</summary>
    public string IssuedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTime IssuedAt { get; set; }

    /// <summary>The DSSE envelope with the in-toto statement, as JSON: what is handed on and verified offline.</summary>
    public string Envelope { get; set; } = "";
}

/// <summary>A public key that clearances are verified with.</summary>
public sealed class ClearanceKeyModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row.</summary>
    public long RowVersion { get; set; }

    /// <summary>SHA-256 of the public key's SubjectPublicKeyInfo, lower-case hexadecimal.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>How it signs: ecdsa-p256-sha256.</summary>
    public string Algorithm { get; set; } = "";

    /// <summary>The public key in PEM.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>When another took its place; null while it signs.</summary>
    public DateTime? RetiredAt { get; set; }
}
