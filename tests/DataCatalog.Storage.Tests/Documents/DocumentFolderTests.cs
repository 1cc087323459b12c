using System.Security.Cryptography;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Storage.Documents;

namespace DataCatalog.Storage.Tests.Documents;

/// <summary>Documents are kept whole or not at all, once, privately, and however large in little memory.</summary>
public sealed class DocumentFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("datacatalog-documents-").FullName, "documents");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[] Files => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];

    [Fact]
    public async Task Kept_UnderItsHash_PrivatelyAndReadBack()
    {
        byte[] content = "계약서"u8.ToArray();
        var store = new DocumentFolder(folder, 100);
        StoredDocument kept = await store.KeepAsync(new MemoryStream(content), Cancellation);
        Assert.Equal(new StoredDocument(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length), kept);
        Assert.Equal(kept, new DocumentFolder(folder, 100).Find(kept.Sha256));
        Assert.Equal([Path.Combine(folder, kept.Sha256[..2], kept.Sha256)], Files);
        await using Stream read = store.Open(kept.Sha256);
        Assert.Equal(kept.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(read, Cancellation)));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Files[0]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Large_FlatMemory()
    {
        const long Bytes = 300L << 20;
        var store = new DocumentFolder(folder, Bytes);
        var content = new MadeUp(Bytes);
        StoredDocument kept = await store.KeepAsync(content, Cancellation);
        Assert.Equal(Bytes, kept.Bytes);
        Assert.InRange(content.LongestRead, 1, 1 << 20);
        Assert.Equal(Bytes, new FileInfo(Assert.Single(Files)).Length);
    }

    [Fact]
    public async Task OverTheLimit_RefusedAndNothingKept()
    {
        DomainException refused = await Assert.ThrowsAsync<DomainException>(() => new DocumentFolder(folder, (1 << 20) - 1).KeepAsync(new MadeUp(1 << 20), Cancellation));
        Assert.Equal(("document-too-large", ErrorKind.TooLarge), (refused.Error.Code, refused.Error.Kind));
        Assert.Empty(Files);
        await new DocumentFolder(folder, 1 << 20).KeepAsync(new MadeUp(1 << 20), Cancellation);
        Assert.Single(Files);
    }

    [Fact]
    public async Task Empty_Refused()
    {
        Assert.Equal("document-empty", (await Assert.ThrowsAsync<DomainException>(() => new DocumentFolder(folder, 9).KeepAsync(new MemoryStream(), Cancellation))).Error.Code);
        Assert.Empty(Files);
    }

    [Fact]
    public async Task BrokenOffMidway_NothingIsLeft()
    {
        await Assert.ThrowsAsync<IOException>(() => new DocumentFolder(folder, long.MaxValue).KeepAsync(new MadeUp(10 << 20) { BreakAt = 3 << 20 }, Cancellation));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task ProcessKilledMidway_ClearedAwayAtTheNextStart_ButNotWhatAnotherStillWrites()
    {
        Directory.CreateDirectory(folder);
        string left = Path.Combine(folder, DocumentFolder.Draft + "dead");
        string written = Path.Combine(folder, DocumentFolder.Draft + "alive");
        await File.WriteAllTextAsync(left, "half", Cancellation);
        await using (new FileStream(written, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            _ = new DocumentFolder(folder, 9);
            Assert.Equal(2, Files.Length);
            foreach (string draft in (string[])[left, written]) File.SetLastWriteTimeUtc(draft, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
            Assert.Null(new DocumentFolder(folder, 9).Find("dead"));
            Assert.Equal([written], Files);
        }
    }

    [Fact]
    public async Task TheSameManyTimesAtOnce_KeptOnce()
    {
        var store = new DocumentFolder(folder, long.MaxValue);
        StoredDocument[] kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? store : new DocumentFolder(folder, long.MaxValue)).KeepAsync(new MadeUp(2 << 20), Cancellation))));
        Assert.Single(kept.Distinct());
        Assert.Single(Files);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Find_WhatIsNoHash_Null(string name) => Assert.Null(new DocumentFolder(folder, 9).Find(name));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    /// <summary>So many bytes, made as they are read.</summary>
    private sealed class MadeUp(long bytes) : Stream
    {
        private long at;

        public long BreakAt { get; init; } = long.MaxValue;

        /// <summary>The most that was asked for at once.</summary>
        public int LongestRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => bytes;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at >= BreakAt) throw new IOException("The caller is gone.");
            LongestRead = Math.Max(LongestRead, buffer.Length);
            int count = (int)Math.Min(buffer.Length, bytes - at);
            buffer[..count].Fill((byte)(at >> 16));
            at += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
