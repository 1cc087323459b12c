namespace DataCatalog.Core.Compliance.Obligations;

/// <summary>Documents by their content: the address of each is its SHA-256, so that none can be changed and none is kept twice.</summary>
public interface IDocumentStore
{
    /// <summary>Keeps a document, reading it to its end piece by piece.</summary>
    /// <exception cref="Common.DomainException"><c>too-large</c> beyond the limit; nothing of it is kept then.</exception>
    Task<StoredDocument> KeepAsync(Stream content, CancellationToken cancellation);

    /// <summary>What is known of a document, or null where there is none.</summary>
    StoredDocument? Find(string sha256);

    /// <summary>Opens a document that is there.</summary>
    Stream Open(string sha256);
}

/// <summary>A document that is kept.</summary>
/// <param name="Sha256">SHA-256, lower-case hexadecimal.</param>
/// <param name="Bytes">Size.</param>
public sealed record StoredDocument(string Sha256, long Bytes);
