using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Cli.Tests;

/// <summary>A real listener that answers as a test says and keeps what it was sent.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeService(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public List<(string Path, string Body, string? Key)> Requests { get; } = [];

    public static async Task<FakeService> StartAsync(Func<HttpContext, string, string> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var service = new FakeService(builder.Build());
        service.app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string body = await reader.ReadToEndAsync();
            service.Requests.Add((context.Request.Path + context.Request.QueryString, body, context.Request.Headers.Authorization));
            await context.Response.WriteAsync(answer(context, body));
        });
        await service.app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
