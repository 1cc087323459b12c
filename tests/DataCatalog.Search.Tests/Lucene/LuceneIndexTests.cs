using DataCatalog.Core.Search;
using DataCatalog.Search.Lucene;
using DataCatalog.Search.Tests.Support;

namespace DataCatalog.Search.Tests.Lucene;

/// <summary>The port's contract for the embedded engine, and what is its own: files, locks, damage.</summary>
public sealed class LuceneIndexTests : SearchIndexContract
{
    private readonly TemporaryFolder folder = new();
    private LuceneIndex? made;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override ValueTask DisposeAsync()
    {
        made?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Open_AfterStop_HoldsWhatWasApplied()
    {
        await FillAsync(Given.Document(1));
        await made!.ApplyAsync([Given.Document(2)], Cancellation);
        made.Dispose();
        made = new LuceneIndex(folder.Path);
        Assert.Equal(new SearchHealth(SearchState.Ready, 2), await made.HealthAsync(Cancellation));
    }

    [Fact]
    public async Task Open_FolderInUse_SaysSo()
    {
        await FillAsync(Given.Document(1));
        using var second = new LuceneIndex(folder.Path);
        SearchHealth health = await second.HealthAsync(Cancellation);
        Assert.Equal(SearchState.Unavailable, health.State);
        Assert.Contains("in use by another process", health.Detail, StringComparison.Ordinal);
        made!.Dispose();
        Assert.Equal(SearchState.Ready, (await second.HealthAsync(Cancellation)).State);
    }

    [Fact]
    public async Task Open_StaleLocks_DoNotBlock()
    {
        await FillAsync(Given.Document(1));
        made!.Dispose();
        string generation = Directory.GetDirectories(folder.Path).Single();
        await File.WriteAllTextAsync(Path.Combine(generation, "write.lock"), "", Cancellation);
        made = new LuceneIndex(folder.Path);
        await made.ApplyAsync([Given.Document(2)], Cancellation);
        Assert.Equal(2, (await made.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Apply_NotStopped_IsOnDisk()
    {
        await FillAsync();
        await made!.ApplyAsync([Given.Document(1)], Cancellation);
        // A copy of the files, as a process killed now would leave them.
        using var copy = new TemporaryFolder();
        CopyFiles(folder.Path, copy.Path);
        using var reopened = new LuceneIndex(copy.Path);
        Assert.Equal(1, (await reopened.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Open_Damaged_SaysSoAndIsRebuilt()
    {
        const int Documents = 60;
        for (int seed = 1; seed <= 30; seed++)
        {
            using var damaged = new TemporaryFolder();
            using (var whole = new LuceneIndex(damaged.Path)) await BuildAsync(whole, Documents);
            Damage(damaged.Path, new Random(seed));
            using var index = new LuceneIndex(damaged.Path);
            if ((await index.HealthAsync(Cancellation)).State != SearchState.Ready)
            {
                await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question(), Cancellation));
                await BuildAsync(index, Documents);
            }

            SearchResult result = await index.SearchAsync(Given.Question("말뭉치"), Cancellation);
            Assert.Equal(Enumerable.Range(1, Documents).Select(Given.Number), result.Hits.Select(h => h.Id));
        }
    }

    [Fact]
    public async Task Search_FilesVanishWhileRunning_UnavailableThenRebuilt()
    {
        await FillAsync(Given.Document(1, "뉴스"));
        foreach (string file in Directory.EnumerateFiles(Directory.GetDirectories(folder.Path).Single()))
        {
            await using var cut = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            cut.SetLength(0);
        }

        await Assert.ThrowsAsync<SearchUnavailableException>(() => made!.SearchAsync(Given.Question("뉴스") with { Highlight = true }, Cancellation));
        Assert.Equal(SearchState.NeedsRebuild, (await made!.HealthAsync(Cancellation)).State);
        await FillAsync(Given.Document(1, "뉴스"));
        Assert.Equal(1, (await made.SearchAsync(Given.Question("뉴스"), Cancellation)).Total);
    }

    protected override Task<ISearchIndex> MakeAsync() => Task.FromResult<ISearchIndex>(made = new LuceneIndex(folder.Path));

    private static async Task BuildAsync(LuceneIndex index, int documents)
    {
        await index.RebuildAsync(Given.Stream(Enumerable.Range(1, documents / 2).Select(n => Given.Document(n, "한국어 말뭉치"))), Cancellation);
        await index.ApplyAsync([.. Enumerable.Range(1, documents).Select(n => Given.Document(n, "한국어 말뭉치"))], Cancellation);
    }

    private static void Damage(string path, Random random)
    {
        string[] files = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        random.Shuffle(files);
        foreach (string file in files.Take(random.Next(1, 11)))
        {
            byte[] bytes = File.ReadAllBytes(file);
            switch (random.Next(3))
            {
                case 0: File.Delete(file); break;
                case 1: File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]); break;
                default:
                    if (bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= 0x55;
                    File.WriteAllBytes(file, bytes);
                    break;
            }
        }
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) == "lock") continue;
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
