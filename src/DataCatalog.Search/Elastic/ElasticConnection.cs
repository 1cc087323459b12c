using System.Security.Authentication;
using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Elastic.Transport.Products.Elasticsearch;

namespace DataCatalog.Search.Elastic;

/// <summary>Asks the cluster, and says in the port's words when it does not answer.</summary>
internal sealed class ElasticConnection : IDisposable
{
    private const string Refused = "Elasticsearch refuses the service's credentials.";

    private static readonly TimeSpan AdministrationTimeout = TimeSpan.FromSeconds(10);

    private readonly ElasticsearchClientSettings settings;
    private readonly ElasticsearchClient client;

    /// <summary>Prepares the client; nothing is sent yet.</summary>
    public ElasticConnection(ElasticOptions options)
    {
        settings = new ElasticsearchClientSettings(new StaticNodePool(options.Nodes), new RestVersion8(new HttpRequestInvoker()))
            .EnableHttpCompression(true)
            .RequestTimeout(AdministrationTimeout)
            .PingTimeout(TimeSpan.FromSeconds(1))
            .DeadTimeout(TimeSpan.FromSeconds(5))
            .MaxDeadTimeout(TimeSpan.FromSeconds(30))
            // What was tried is told with headers in it, and nobody reads it.
            .DisableAuditTrail(true)
            .ThrowExceptions(false);
        if (options.ApiKey is not null) settings.Authentication(new ApiKey(options.ApiKey));
        else if (options.User is not null) settings.Authentication(new BasicAuthentication(options.User, options.Password ?? ""));
        if (options.CertificateFingerprint is not null) settings.ServerCertificateValidationCallback(new PinnedAuthority(options.CertificateFingerprint).Accepts);
        client = new ElasticsearchClient(settings);
        Search = new RequestConfiguration { RequestTimeout = options.SearchTimeout };
        Bulk = new RequestConfiguration { RequestTimeout = options.BulkTimeout };
    }

    /// <summary>For requests that someone waits for.</summary>
    public RequestConfiguration Search { get; }

    /// <summary>For requests that write many documents.</summary>
    public RequestConfiguration Bulk { get; }

    /// <summary>Asks; an answer with one of the <paramref name="expected"/> statuses is given back as it is.</summary>
    /// <exception cref="SearchUnavailableException">No node answers, or the answer is another refusal.</exception>
    public async Task<TResponse> AskAsync<TResponse>(Func<ElasticsearchClient, Task<TResponse>> ask, CancellationToken cancellation, params int[] expected)
        where TResponse : ElasticsearchResponse
    {
        TResponse response;
        try
        {
            response = await ask(client);
        }
        catch (TransportException exception)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new SearchUnavailableException(Silence(exception), exception.InnerException);
        }

        cancellation.ThrowIfCancellationRequested();
        if (response.IsValidResponse || expected.Contains(response.ApiCallDetails.HttpStatusCode ?? 0)) return response;
        throw new SearchUnavailableException(Reason(response), response.ApiCallDetails.OriginalException);
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)settings).Dispose();

    private static string Reason(ElasticsearchResponse response) => response.ApiCallDetails.HttpStatusCode switch
    {
        401 or 403 => Refused,
        { } status when response.ElasticsearchServerError?.Error?.Reason is { } reason => $"Elasticsearch answers {status}: {reason}",
        { } status => $"Elasticsearch answers {status}.",
        null => Silence(response.ApiCallDetails.OriginalException),
    };

    // The client wraps what went wrong, and an answer to its ping too, in failures of its own.
    private static string Silence(Exception? failure)
    {
        while (failure is not (null or AuthenticationException or PipelineException { FailureReason: PipelineFailure.BadAuthentication }) && failure.InnerException is { } inner) failure = inner;
        return failure switch
        {
            PipelineException { FailureReason: PipelineFailure.BadAuthentication } => Refused,
            AuthenticationException => "Elasticsearch's certificate is not accepted: this system does not trust it, or it is not of the authority that CertificateFingerprint names. Credentials were not sent.",
            _ => $"Elasticsearch does not answer: {failure?.Message}",
        };
    }
}
