using Elastic.Transport;

namespace DataCatalog.Search.Elastic;

/// <summary>
/// Asks in version 8 of the REST API, which servers of the lines 8 and 9 both speak: by itself the client asks in version 9, which
/// a server of the line 8 refuses. The media types are changed on the last step to the wire, so that no request can miss it.
/// </summary>
/// <param name="inner">Sends the requests.</param>
internal sealed class RestVersion8(IRequestInvoker inner) : IRequestInvoker
{
    /// <inheritdoc/>
    public ResponseFactory ResponseFactory => inner.ResponseFactory;

    /// <inheritdoc/>
    public Task<TResponse> RequestAsync<TResponse>(Endpoint endpoint, BoundConfiguration boundConfiguration, PostData? postData, CancellationToken cancellationToken)
        where TResponse : TransportResponse, new() =>
        inner.RequestAsync<TResponse>(endpoint, InVersion8(boundConfiguration), postData, cancellationToken);

    /// <inheritdoc/>
    public TResponse Request<TResponse>(Endpoint endpoint, BoundConfiguration boundConfiguration, PostData? postData)
        where TResponse : TransportResponse, new() =>
        inner.Request<TResponse>(endpoint, InVersion8(boundConfiguration), postData);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private static BoundConfiguration InVersion8(BoundConfiguration asked) => new(
        asked.ConnectionSettings,
        new RequestConfiguration(asked) { Accept = InVersion8(asked.Accept), ContentType = InVersion8(asked.ContentType) });

    private static string InVersion8(string mediaType) => mediaType.Replace("compatible-with=9", "compatible-with=8", StringComparison.Ordinal);
}
