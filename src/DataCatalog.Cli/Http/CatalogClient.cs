using System.Net.Http.Headers;
using System.Text.Json;

namespace DataCatalog.Cli.Http;

/// <summary>The service's HTTP API, as one key sees it.</summary>
public sealed class CatalogClient : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) });
    private readonly Uri address;
    private readonly string? key;

    /// <summary>Speaks to the service at an address.</summary>
    public CatalogClient(Uri address, string? key) => (this.address, this.key) = (address, key);

    /// <summary>Sends a request and gives the whole answer, which is a success.</summary>
    /// <exception cref="CliException">The service cannot be reached, or refuses.</exception>
    public async Task<string> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.AcceptLanguage.ParseAdd(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "ko" ? "ko" : "en");
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            string text = await response.Content.ReadAsStringAsync(cancellation);
            return response.IsSuccessStatusCode ? text : throw Refused((int)response.StatusCode, text);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new CliException(ExitCodes.Unreachable, $"The service at {address} cannot be reached or broke off: {fault.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static CliException Refused(int status, string text)
    {
        string said = Sentence(text) ?? $"HTTP {status}";
        string hint = status == 401 ? " Set DATACATALOG_KEY or --key-file." : "";
        return new CliException(status >= 500 ? ExitCodes.Unreachable : ExitCodes.Refused, $"The service refused ({status}): {said}{hint}");
    }

    private static string? Sentence(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement error = document.RootElement.TryGetProperty("error", out JsonElement odata) ? odata : document.RootElement;
            foreach (string name in (string[])["detail", "message", "title"])
            {
                if (error.TryGetProperty(name, out JsonElement said) && said.ValueKind == JsonValueKind.String) return said.GetString();
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
