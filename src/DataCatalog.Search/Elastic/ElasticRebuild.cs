using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Search.Elastic;

/// <summary>Builds one new index beside the one that answers, checks it and puts it in its place.</summary>
internal sealed class ElasticRebuild(ElasticConnection connection, IndexFamily family, BulkWriter writer, TimeProvider clock, ILogger log)
{
    private const int BatchSize = 500;
    private const int PageSize = 10_000;

    // Longer than any change is on its way: an older deletion can meet no late update.
    private const int TombstoneDays = 2;

    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    /// <summary>Builds it; given up, it leaves the old index as it was and nothing of its own.</summary>
    public async Task RunAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation)
    {
        await family.RemoveAbandonedAsync(cancellation);
        string index = await family.CreateAsync(cancellation);
        try
        {
            await CopyAsync(index, documents, cancellation);
            await CopyTombstonesAsync(index, cancellation);
            await connection.AskAsync(c => c.Indices.RefreshAsync(new RefreshRequest(index), cancellation), cancellation);
            await CompareAsync(index, cancellation);
            await family.PromoteAsync(index, cancellation);
        }
        catch
        {
            await GiveUpAsync(index);
            throw;
        }
    }

    private async Task CopyAsync(string index, IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation)
    {
        List<ElasticDocument> batch = new(BatchSize);
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await foreach (DatasetDocument document in documents.WithCancellation(cancellation))
        {
            ElasticDocument next = ElasticDocument.Of(document, today);
            if (!read.TryAdd(next.Id, next.Version)) continue;
            batch.Add(next);
            if (batch.Count < BatchSize) continue;
            await WriteAsync(index, batch, cancellation);
            batch.Clear();
        }

        await WriteAsync(index, batch, cancellation);
    }

    // What was read gives way to a change of the same version that arrived meanwhile: that one was read later.
    private async Task WriteAsync(string index, IReadOnlyList<ElasticDocument> batch, CancellationToken cancellation)
    {
        BulkOutcome outcome = await writer.WriteAsync(index, batch, VersionType.External, found: false, cancellation);
        if (outcome.Gone) throw new SearchUnavailableException("The index being built has been removed; another instance has taken over.");
        foreach ((string id, string why) in outcome.Refused)
        {
            refused.Add(id);
            log.LogError("Dataset {Id} cannot be indexed and is left out of the search: {Reason}", id, why);
        }
    }

    // An update that is still on its way from another instance must not bring back what has been deleted.
    private async Task CopyTombstonesAsync(string index, CancellationToken cancellation)
    {
        FamilyIndex? old = (await family.ReadAsync(cancellation)).FirstOrDefault(i => i.Answers);
        if (old is null) return;
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Query deleted = new BoolQuery { Filter = [new TermQuery("deleted", true), new DateRangeQuery("deletedOn") { Gte = ElasticDocument.Day(today.AddDays(-TombstoneDays)) }] };
        await foreach (IReadOnlyCollection<Hit<ElasticTexts>> page in PagesAsync(old.Name, deleted, cancellation))
        {
            IEnumerable<ElasticDocument> tombstones = page.Where(h => !read.ContainsKey(h.Id!)).Select(h => ElasticDocument.Tombstone(h.Id!, h.Version!.Value, ElasticDocument.Day(today)));
            await WriteAsync(index, [.. tombstones], cancellation);
        }
    }

    // Changes go on, so what is held may be newer than what was read, and more; never older or less.
    private async Task CompareAsync(string index, CancellationToken cancellation)
    {
        var missing = new HashSet<string>(read.Keys, StringComparer.Ordinal);
        missing.ExceptWith(refused);
        await foreach (IReadOnlyCollection<Hit<ElasticTexts>> page in PagesAsync(index, new MatchAllQuery(), cancellation))
        {
            foreach (Hit<ElasticTexts> held in page)
            {
                if (!read.TryGetValue(held.Id!, out long version) || held.Version >= version) missing.Remove(held.Id!);
            }
        }

        if (missing.Count > 0) throw new InvalidOperationException($"The new search index lacks {missing.Count} of {read.Count} documents, {missing.First()} among them.");
    }

    private async IAsyncEnumerable<IReadOnlyCollection<Hit<ElasticTexts>>> PagesAsync(
        string index, Query query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyCollection<FieldValue>? after = null;
        while (true)
        {
            var request = new SearchRequest(index)
            {
                Query = query,
                Sort = [new FieldSort("id") { Order = SortOrder.Asc }],
                SearchAfter = after is null ? null : [.. after],
                Size = PageSize,
                Source = false,
                Version = true,
                TrackTotalHits = false,
                AllowPartialSearchResults = false,
                RequestConfiguration = connection.Bulk,
            };
            SearchResponse<ElasticTexts> answer = await connection.AskAsync(c => c.SearchAsync<ElasticTexts>(request, cancellation), cancellation);
            yield return answer.Hits;
            if (answer.Hits.Count < PageSize) yield break;
            after = answer.Hits.Last().Sort;
        }
    }

    private async Task GiveUpAsync(string index)
    {
        try
        {
            // The swap may have been done, and only its answer lost.
            if ((await family.ReadAsync(CancellationToken.None)).Any(i => i.Name == index && i.Answers)) return;
            await family.RemoveAsync(index, CancellationToken.None);
        }
        catch (SearchUnavailableException exception)
        {
            log.LogWarning(exception, "The half-built search index {Index} could not be removed; the next rebuild removes it.", index);
        }
    }
}
