using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Search.Tests.Support;

/// <summary>Stands before a node as its security would: TLS, and nobody gets in without the right credentials.</summary>
internal sealed class TlsDoor : IAsyncDisposable
{
    private readonly HttpMessageInvoker wire = new(new SocketsHttpHandler());
    private readonly ConcurrentQueue<string?> heard = [];
    private WebApplication app = null!;

    /// <summary>Its address.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>The <c>Authorization</c> of each request that came.</summary>
    public IReadOnlyCollection<string?> Heard => heard;

    /// <summary>Opens it.</summary>
    public static async Task<TlsDoor> OpenAsync(Uri node, string authorization, X509Certificate2 own, params X509Certificate2[] beside)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = (own, [.. beside]))));
        var door = new TlsDoor { app = builder.Build() };
        door.app.Run(context => door.PassAsync(context, node, authorization));
        await door.app.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        wire.Dispose();
    }

    private async Task PassAsync(HttpContext context, Uri node, string authorization)
    {
        string? said = context.Request.Headers.Authorization;
        heard.Enqueue(said);
        context.Response.Headers["X-elastic-product"] = "Elasticsearch";
        if (said != authorization)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var ask = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(node, context.Request.Path + context.Request.QueryString)) { Content = new StreamContent(context.Request.Body) };
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in context.Request.Headers.Where(h => h.Key is "Accept" or "Accept-Encoding")) ask.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value!);
        foreach (string name in (string[])["Content-Type", "Content-Encoding"]) if (context.Request.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues value)) ask.Content.Headers.TryAddWithoutValidation(name, (string?)value);
        using HttpResponseMessage answer = await wire.SendAsync(ask, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> value) in answer.Content.Headers) context.Response.Headers[name] = value.ToArray();
        if (!HttpMethods.IsHead(context.Request.Method)) await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
