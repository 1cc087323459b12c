namespace DataCatalog.Core.Licensing;

/// <summary>Canonical terms by their hash, kept for as long as a recorded decision may be replayed; append-only.</summary>
public sealed class PolicyText
{
    private PolicyText() { }

    /// <summary>SHA-256 of <see cref="Odrl"/> in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>The canonical policy.</summary>
    public string Odrl { get; private set; } = null!;

    /// <summary>Keeps a text.</summary>
    public static PolicyText Of(string odrl) => new() { Sha256 = WrittenTerms.Hash(odrl), Odrl = odrl };
}
