using System.Net;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Import;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Server.Tests.Import;

/// <summary>The import address on a real listener over a real SQLite file, for one actor.</summary>
internal sealed class ImportService : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("import").FullName;
    private WebApplication app = null!;

    public static Actor Officer { get; } = new(new Guid("0197b3c0-0000-7000-8000-000000000001"), "officer", Roles.DataOfficer);

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ImportService> StartAsync(Actor? actor = null)
    {
        var service = new ImportService();
        await service.BeginAsync(actor ?? Officer);
        return service;
    }

    public async Task<T> ReadAsync<T>(Func<IRegistryDb, Task<T>> read)
    {
        await using RegistryDb db = app.Services.GetRequiredService<RegistryDbFactory>().Create(Officer);
        return await read(db);
    }

    public async Task<(HttpStatusCode Status, List<JsonElement> Lines)> SendAsync(string address, HttpContent body)
    {
        using HttpResponseMessage response = await Client.PostAsync(new Uri(address, UriKind.Relative), body, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l))]);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync(Actor actor)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(actor);
        builder.Services.AddStorage(new StorageOptions { DataFolder = folder }, _ => actor);
        builder.Services.AddImport();
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new Server.Hosting.Options.CatalogOptions()));
        builder.Services.AddRequestTimeouts();
        app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseRequestTimeouts();
        app.MapImport();
        await app.Services.GetRequiredService<RegistryDbFactory>().MigrateAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Client = Connected(new Uri(app.Urls.Single()));
    }

    private static HttpClient Connected(Uri address)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("import", client => (client.BaseAddress, client.Timeout) = (address, TimeSpan.FromMinutes(10)));
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("import");
    }
}
