using System.Buffers;
using System.Security.Cryptography;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Storage.Documents;

/// <summary>
/// Documents as files named by their SHA-256: <c>ab/abcdef…</c>. What comes in is written beside them, brought to the disk and then renamed, so that
/// a file under its name is always whole. Several instances may share the folder.
/// </summary>
public sealed class DocumentFolder : IDocumentStore
{
    /// <summary>How the files begin that are not whole yet.</summary>
    public const string Draft = ".incoming-";

    private const int Piece = 128 * 1024;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private readonly string folder;
    private readonly long most;

    /// <summary>Opens the folder, and clears away what a process left that died while it wrote.</summary>
    /// <param name="folder">The folder; made when the first document comes.</param>
    /// <param name="most">Largest document, in bytes.</param>
    public DocumentFolder(string folder, long most)
    {
        (this.folder, this.most) = (Path.GetFullPath(folder), most);
        if (!Directory.Exists(this.folder)) return;
        // One that was made just now may not be held yet: between making a file and holding it there is a moment.
        DateTime settled = TimeProvider.System.GetUtcNow().UtcDateTime - Settling;
        foreach (string draft in Directory.EnumerateFiles(this.folder, Draft + "*").Where(d => File.GetLastWriteTimeUtc(d) < settled)) DeleteAbandoned(draft);
    }

    /// <inheritdoc/>
    public async Task<StoredDocument> KeepAsync(Stream content, CancellationToken cancellation)
    {
        PrivateFolder.Create(folder);
        string draft = Path.Combine(folder, Draft + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        try
        {
            // Held until it has its name: what nobody holds is cleared away as abandoned.
            await using FileStream file = PrivateFile.Create(draft, FileShare.Read | FileShare.Delete);
            StoredDocument document = await WriteAsync(file, content, cancellation);
            PrivateFolder.Create(Path.GetDirectoryName(PathOf(document.Sha256))!);
            // Where another brought the same meanwhile, one whole file takes the place of its like.
            File.Move(draft, PathOf(document.Sha256), overwrite: true);
            return document;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <inheritdoc/>
    public StoredDocument? Find(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower)) return null;
        var file = new FileInfo(PathOf(sha256));
        return file.Exists ? new StoredDocument(sha256, file.Length) : null;
    }

    /// <inheritdoc/>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous });

    private async Task<StoredDocument> WriteAsync(FileStream file, Stream content, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            int read;
            while ((read = await content.ReadAsync(piece.AsMemory(0, Piece), cancellation)) > 0)
            {
                if (file.Position + read > most) throw new DomainException(ComplianceErrors.DocumentTooLarge, null, most);
                hash.AppendData(piece, 0, read);
                await file.WriteAsync(piece.AsMemory(0, read), cancellation);
            }

            if (file.Position == 0) throw new DomainException(ComplianceErrors.DocumentEmpty);
            file.Flush(flushToDisk: true);
            return new StoredDocument(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Position);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    // Whoever still writes it holds it.
    private static void DeleteAbandoned(string draft)
    {
        try
        {
            using (new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(draft);
        }
        catch (IOException)
        {
            // It is being written, or is gone already.
        }
    }
}
