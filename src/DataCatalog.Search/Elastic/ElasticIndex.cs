using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataCatalog.Search.Elastic;

/// <summary>The search engine of several instances: an Elasticsearch cluster that they share.</summary>
public sealed class ElasticIndex : ISearchIndex, IDisposable
{
    private const int BatchSize = 500;
    private const int Lookups = 3;

    private readonly ElasticOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly ElasticConnection connection;
    private readonly IndexFamily family;
    private readonly BulkWriter writer;

    /// <summary>An index of this release's definition; nothing is asked of the cluster yet.</summary>
    public ElasticIndex(ElasticOptions options, TimeProvider clock, ILogger<ElasticIndex>? log = null)
        : this(options, ElasticDefinition.Current, clock, log)
    {
    }

    internal ElasticIndex(ElasticOptions options, ElasticDefinition definition, TimeProvider clock, ILogger<ElasticIndex>? log = null)
    {
        (this.options, this.clock, this.log) = (options, clock, log ?? NullLogger<ElasticIndex>.Instance);
        connection = new ElasticConnection(options);
        family = new IndexFamily(connection, options, definition, clock);
        writer = new BulkWriter(connection, clock);
    }

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public async Task ApplyAsync(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation)
    {
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        IEnumerable<ElasticDocument> newest = documents.GroupBy(d => d.Id).Select(g => ElasticDocument.Of(g.Aggregate((a, b) => b.Version >= a.Version ? b : a), today));
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ElasticDocument[] batch in newest.Chunk(BatchSize))
        {
            foreach ((string id, string why) in await ApplyAsync(batch, cancellation)) refused[id] = why;
        }

        if (refused.Count > 0) throw new DocumentsRefusedException(refused);
    }

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellation)
    {
        var question = new Question(query);
        SearchRequest request = question.Ask(family.ReadAlias);
        request.RequestConfiguration = connection.Search;
        SearchResponse<ElasticTexts> answer = await connection.AskAsync(c => c.SearchAsync<ElasticTexts>(request, cancellation), cancellation);
        return question.Read(answer);
    }

    /// <inheritdoc/>
    public async Task RebuildAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation)
    {
        string? before = (await AnsweringAsync(cancellation))?.Name;
        await using RebuildLock held = await RebuildLock.TakeAsync(connection, family.LockIndex, options.RebuildLease, clock, cancellation);
        FamilyIndex? now = await AnsweringAsync(cancellation);
        if (now?.Name != before && family.Fault(now) is null)
        {
            log.LogInformation("Another instance has built the search index meanwhile.");
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, held.Lost);
        try
        {
            await new ElasticRebuild(connection, family, writer, clock, log).RunAsync(documents, ending.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SearchUnavailableException("The rebuild was given up: another instance has taken it over, or the cluster is away.");
        }
    }

    /// <inheritdoc/>
    public async Task<SearchHealth> HealthAsync(CancellationToken cancellation)
    {
        try
        {
            if (family.Fault(await AnsweringAsync(cancellation)) is { } fault) return new SearchHealth(SearchState.NeedsRebuild, 0, fault);
            var request = new CountRequest(family.ReadAlias) { Query = new TermQuery("deleted", false), RequestConfiguration = connection.Search };
            return new SearchHealth(SearchState.Ready, (await connection.AskAsync(c => c.CountAsync(request, cancellation), cancellation)).Count);
        }
        catch (SearchUnavailableException exception)
        {
            return new SearchHealth(SearchState.Unavailable, 0, exception.Message);
        }
    }

    /// <summary>Lets go of the connections.</summary>
    public void Dispose() => connection.Dispose();

    private async Task<FamilyIndex?> AnsweringAsync(CancellationToken cancellation) => (await family.ReadAsync(cancellation)).LastOrDefault(i => i.Answers);

    // A rebuild may begin or end between the look at the indices and the write. Begun after the look, it reads the rows after these
    // documents were made of them, and misses nothing; ended, its index takes them at the next look.
    private async Task<IReadOnlyDictionary<string, string>> ApplyAsync(ElasticDocument[] batch, CancellationToken cancellation)
    {
        for (int look = 0; look < Lookups; look++)
        {
            var refused = new Dictionary<string, string>(StringComparer.Ordinal);
            bool gone = false;
            foreach (string target in await family.TargetsAsync(cancellation))
            {
                // Nobody waits for a shared refresh here: one indexer writes batch after batch, and each would take a second.
                BulkOutcome outcome = await writer.WriteAsync(target, batch, VersionType.ExternalGte, found: true, cancellation);
                gone |= outcome.Gone;
                foreach ((string id, string why) in outcome.Refused) refused[id] = why;
            }

            if (!gone) return refused;
        }

        throw new SearchUnavailableException("The search index is being replaced.");
    }
}

/// <summary>The engine cannot hold some of the documents; the others of the batch are in the index.</summary>
/// <param name="refused">Why, by the dataset's id.</param>
public sealed class DocumentsRefusedException(IReadOnlyDictionary<string, string> refused)
    : Exception(string.Join("; ", refused.Take(10).Select(r => $"Dataset {r.Key} cannot be indexed: {r.Value}")))
{
    /// <summary>Why, by the dataset's id.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; } = refused;
}
