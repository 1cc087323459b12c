using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Hosting.Startup;
using DataCatalog.Server.Messaging;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Checks everything the service depends on, and changes nothing.</summary>
/// <param name="arguments">The settings of the command line.</param>
public sealed class Examination(string[] arguments)
{
    private readonly List<Finding> findings = [];

    /// <summary>Checks all of it; what depends on something that failed is left out.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        IConfiguration configuration = Service.Settings(arguments);
        if (Valid(configuration) is not { } options) return findings;
        foreach (Check check in new FolderChecks(options).All) await LookAsync(check);
        var service = new ServiceChecks(configuration);
        await LookAsync(service.Port);
        if (findings.Exists(f => f is { Check: "data folder", Verdict: not Verdict.Ok })) return findings;
        await using WebApplication app = Service.Build(arguments, builder => builder.Logging.ClearProviders());
        await DatabaseAsync(app.Services, options);
        await LookAsync(service.Search(app.Services.GetRequiredService<ISearchIndex>()));
        await LookAsync(ServiceChecks.Mail(app.Services.GetRequiredService<IOptions<SmtpOptions>>().Value));
        return findings;
    }

    private CatalogOptions? Valid(IConfiguration configuration)
    {
        try
        {
            CatalogOptions options = CatalogSettings.Read(configuration);
            CatalogSettings.Require<SmtpOptions>(configuration.GetSection("Smtp"));
            CatalogSettings.Require<WebhookOptions>(configuration.GetSection("Webhooks"));
            findings.Add(new Finding("configuration", Verdict.Ok, $"valid, {options.Provider}"));
            return options;
        }
        catch (Exception invalid) when (invalid is OptionsValidationException or InvalidOperationException)
        {
            findings.Add(new Finding("configuration", Verdict.Fail, invalid.Message.ReplaceLineEndings(" "), "Mend the setting; docs/operate.md lists them all."));
            return null;
        }
    }

    private async Task DatabaseAsync(IServiceProvider services, CatalogOptions options)
    {
        RegistryDbFactory registry = services.GetRequiredService<RegistryDbFactory>();
        var checks = new DatabaseChecks(registry, KnownCheckpoint.Of(options), services.GetRequiredService<TimeProvider>());
        if (options.Provider == StorageOptions.Sqlite && !File.Exists(Path.Combine(options.Data, "registry.db")) && options.ConnectionString is null)
        {
            findings.Add(new Finding("database", Verdict.Warn, "there is none yet", "Start the service or run 'migrate', or name the right folder with --data."));
            return;
        }

        await WarmAsync(registry);
        if (await LookAsync(checks.Reachable) != Verdict.Ok) return;
        IEnumerable<Check> own = options.Provider == StorageOptions.Postgres ? new PostgresChecks(registry, options.ConnectionString!).All : new SqliteChecks(registry).All;
        foreach (Check check in own.Concat(checks.Inner)) await LookAsync(check);
        if (options.Provider == StorageOptions.Sqlite) SqliteConnection.ClearAllPools();
    }

    // Building the model takes seconds on a small machine, and is not what the checks time.
    private static async Task WarmAsync(RegistryDbFactory registry)
    {
        await using RegistryDb db = registry.Create(Core.Common.Actor.Registry);
        _ = db.Model;
    }

    private async Task<Verdict?> LookAsync(Check check)
    {
        Finding? finding = await check.RunAsync();
        if (finding is not null) findings.Add(finding);
        return finding?.Verdict;
    }
}
