using System.Net;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Startup;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Server.Tests.Support;

/// <summary>The whole service as it is shipped, on a free port of this machine, with a data folder of its own.</summary>
public sealed class RegistryService : IAsyncDisposable
{
    private const string AdminKey = "test-administrator-0123456789abcdef0123456789";
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-api-").FullName;
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 200 };
    private WebApplication app = null!;
    private Action<ILoggingBuilder>? logging;

    private RegistryService(string provider) => Provider = provider;

    public string Provider { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>A programme administrator and data officer.</summary>
    public ApiClient Admin { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public static async Task<RegistryService> StartAsync(params string[] settings) => await StartAsync(StorageOptions.Sqlite, null, settings);

    /// <summary>One that logs there.</summary>
    public static async Task<RegistryService> StartAsync(Action<ILoggingBuilder> logging)
    {
        var service = new RegistryService(StorageOptions.Sqlite) { logging = logging };
        await service.BeginAsync([]);
        return service;
    }

    public static async Task<RegistryService> StartAsync(string provider, PostgresServer? server, params string[] settings)
    {
        string? connection = provider == StorageOptions.Postgres ? await server!.NewDatabaseAsync(TestContext.Current.CancellationToken) : null;
        return await StartOnAsync(provider, connection, settings);
    }

    /// <summary>An instance over a PostgreSQL database, beside others or alone.</summary>
    public static Task<RegistryService> StartInstanceAsync(string connection, params string[] settings) =>
        StartOnAsync(StorageOptions.Postgres, connection, ["--DataCatalog:AllowSplitSearch=true", .. settings]);

    /// <summary>Stops it as SIGTERM does: it drains first.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    private static async Task<RegistryService> StartOnAsync(string provider, string? connection, string[] settings)
    {
        var service = new RegistryService(provider);
        await service.BeginAsync([.. settings, .. connection is null ? (string[])[] : [$"--DataCatalog:ConnectionString={connection}"]]);
        return service;
    }

    /// <summary>A client that signs in with that key, or does not where it is null.</summary>
    public ApiClient Client(string? key) => new(new HttpClient(handler, disposeHandler: false) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(100) }, key);

    /// <summary>What the database itself holds.</summary>
    public async Task<T> ReadAsync<T>(Func<IRegistryDb, Task<T>> read)
    {
        await using RegistryDb db = app.Services.GetRequiredService<RegistryDbFactory>().Create(Actor.Registry);
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync(string[] settings)
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", $"--DataCatalog:Data={folder}", $"--DataCatalog:Provider={Provider}", "--DataCatalog:Empty=true", $"--DATACATALOG_ADMIN_KEY={AdminKey}",
            "--DataCatalog:Limits:RequestsPerSecond=100000", "--DataCatalog:Limits:Burst=100000", .. settings,
        ];
        app = Service.Build(arguments, builder =>
        {
            builder.Logging.ClearProviders();
            logging?.Invoke(builder.Logging);
        });
        await Preparation.RunAsync(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Admin = Client(AdminKey);
    }
}
