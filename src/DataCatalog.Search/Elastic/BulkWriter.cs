using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Bulk;

namespace DataCatalog.Search.Elastic;

/// <summary>What became of documents that were written.</summary>
/// <param name="Gone">Whether the index has been removed meanwhile.</param>
/// <param name="Refused">Documents that the index cannot hold, by id, and why.</param>
internal sealed record BulkOutcome(bool Gone, IReadOnlyDictionary<string, string> Refused);

/// <summary>Writes documents, many at a time; one that the index already holds in a newer version is passed over.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="clock">Waits.</param>
internal sealed class BulkWriter(ElasticConnection connection, TimeProvider clock)
{
    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int TooMany = 429;
    private const int Away = 503;
    private const int Invalid = 400;
    private const int TooLarge = 413;

    private static readonly TimeSpan[] Pauses = [.. new[] { 100, 300, 900, 2700 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>Writes them through an index's write alias.</summary>
    /// <param name="index">The index.</param>
    /// <param name="documents">Each id at most once.</param>
    /// <param name="order">Whether a document of the same version replaces the one held.</param>
    /// <param name="found">Whether the changes must be found on return.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SearchUnavailableException">The cluster does not answer, or takes no more after several tries.</exception>
    public async Task<BulkOutcome> WriteAsync(string index, IReadOnlyList<ElasticDocument> documents, VersionType order, bool found, CancellationToken cancellation)
    {
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<ElasticDocument> left = documents;
        for (int attempt = 0; left.Count > 0; attempt++)
        {
            BulkResponse answer = await SendAsync(index, left, order, found, cancellation);
            if (answer.ApiCallDetails.HttpStatusCode is Invalid or TooLarge) return new BulkOutcome(false, left.ToDictionary(d => d.Id, _ => Reason(answer)));
            bool busy = answer.ApiCallDetails.HttpStatusCode == TooMany;
            List<ElasticDocument> again = busy ? [.. left] : [];
            foreach ((ElasticDocument document, ResponseItem item) in busy ? [] : left.Zip(answer.Items))
            {
                if (item.Status is TooMany or Away) again.Add(document);
                else if (item.Status == NotFound) return new BulkOutcome(true, refused);
                else if (item.Status >= Invalid && item.Status != Conflict) refused[document.Id] = Reason(item);
            }

            left = again;
            if (left.Count == 0) break;
            if (attempt == Pauses.Length) throw new SearchUnavailableException($"Elasticsearch is too busy to take {left.Count} documents.");
            await Task.Delay(Pauses[attempt], clock, cancellation);
        }

        return new BulkOutcome(false, refused);
    }

    private Task<BulkResponse> SendAsync(string index, IReadOnlyList<ElasticDocument> documents, VersionType order, bool found, CancellationToken cancellation)
    {
        var request = new BulkRequest(IndexFamily.WriteAlias(index))
        {
            Operations = new BulkOperationsCollection(documents.Select(d => new BulkIndexOperation<ElasticDocument>(d) { Id = d.Id, Version = d.Version, VersionType = order })),
            RequireAlias = true,
            Refresh = found ? Refresh.True : Refresh.False,
            RequestConfiguration = connection.Bulk,
        };
        // An answer with refused documents is an answer; each of them is looked at.
        return connection.AskAsync(c => c.BulkAsync(request, cancellation), cancellation, 200, Invalid, TooLarge, TooMany);
    }

    private static string Reason(ResponseItem item) => item.Error is { } error ? $"{error.Reason} {error.CausedBy?.Reason}".Trim() : $"status {item.Status}";

    private static string Reason(BulkResponse answer) => answer.ElasticsearchServerError?.Error?.Reason ?? $"status {answer.ApiCallDetails.HttpStatusCode}";
}
