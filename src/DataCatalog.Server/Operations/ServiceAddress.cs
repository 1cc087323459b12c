using System.Net.Security;

namespace DataCatalog.Server.Operations;

/// <summary>Where the service of these settings listens, as seen from this machine.</summary>
internal static class ServiceAddress
{
    /// <summary>Its addresses.</summary>
    public static IReadOnlyList<Uri> Of(IConfiguration configuration) =>
        [.. (configuration["Urls"] ?? "http://127.0.0.1:5080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Local)];

    /// <summary>Asks; status 0 where nothing answers, with why.</summary>
    public static async Task<(int Status, string Body)> AskAsync(Uri address, TimeSpan atMost, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        // On this machine the service may show a certificate for its public name only.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, faults) => faults == SslPolicyErrors.None || address.IsLoopback;
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = atMost };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address, cancellation);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return (0, away.Message);
        }
    }

    private static Uri Local(string url)
    {
        BindingAddress address = BindingAddress.Parse(url);
        string host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}/");
    }
}
