using DataCatalog.Core.Audit;
using DataCatalog.Core.Audit.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Search.Indexing;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Operations;
using DataCatalog.Server.Operations.Backups;
using DataCatalog.Server.Operations.Doctor;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>What the program is asked to do: <c>serve</c>, or one of the operator's verbs.</summary>
public static class Verbs
{
    private const string Usage = """
        datacatalog VERB [--data DIR] [--urls URL] [--empty] [--DataCatalog:NAME=VALUE …]

          serve                       start the service (without a verb too)
          migrate                     bring the database to this release, then stop
          reindex                     build the search index anew from the database
          audit verify [COUNT HASH]   follow the audit log, and hold it against a checkpoint
          audit checkpoint [--accept] print how far the audit log has come, and keep it; --accept also where a later one is known
          doctor [--json]             check everything the service depends on, and say how to mend what is wrong
          health                      ask the running service whether it is ready
          backup TARGET [--with-keys] take a backup into a new folder, while the service runs
          restore SOURCE [--force]    put a backup back; the service must not run
          odrl evaluate POLICY REQUEST STATE   evaluate a policy of three JSON-LD files as the ODRL test suite does, and print the compliance report
          keys issue NAME ROLE[,ROLE] [CONSORTIUM-KEY]   issue an API key and print it once
        """;

    /// <summary>Runs the verb.</summary>
    /// <returns>0 where it succeeded, 1 where it found something wrong, 2 where it was asked wrongly, 3 where a setting is not valid.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        (string[] words, string[] options) = CommandLine.Split(arguments);
        try
        {
            return words switch
            {
                [] or ["serve"] => await ServeAsync(options),
                ["migrate"] => await WithServiceAsync(options, Migrated),
                ["reindex"] => await WithServiceAsync(options, ReindexAsync),
                ["audit", "verify"] => await WithServiceAsync(options, services => VerifyAsync(services, null)),
                ["audit", "verify", var count, var hash] when long.TryParse(count, out long number) =>
                    await WithServiceAsync(options, services => VerifyAsync(services, new Checkpoint(number, hash))),
                ["audit", "checkpoint", .. var flags] when Allowed(flags, "--accept") => await WithServiceAsync(options, services => CheckpointAsync(services, flags.Length > 0)),
                ["doctor", .. var flags] when Allowed(flags, "--json") => await DoctorVerb.RunAsync(options, json: flags.Length > 0),
                ["health"] => await HealthVerb.RunAsync(Service.Settings(options)),
                ["backup", var target, .. var flags] when Allowed(flags, "--with-keys") => await BackupVerbs.BackupAsync(CatalogSettings.Read(Service.Settings(options)), target, flags.Length > 0),
                ["restore", var source, .. var flags] when Allowed(flags, "--force") => await BackupVerbs.RestoreAsync(CatalogSettings.Read(Service.Settings(options)), options, source, flags.Length > 0),
                ["keys", "issue", var name, var roles] => await WithServiceAsync(options, services => KeyVerbs.IssueAsync(services, name, roles, null)),
                ["keys", "issue", var name, var roles, var consortium] => await WithServiceAsync(options, services => KeyVerbs.IssueAsync(services, name, roles, consortium)),
                ["odrl", "evaluate", var policy, var request, var state] => await OdrlVerbs.EvaluateAsync(policy, request, state),
                _ => Explain(),
            };
        }
        catch (OptionsValidationException invalid)
        {
            foreach (string failure in invalid.Failures) Console.Error.WriteLine(failure);
            return 3;
        }
        catch (System.Data.Common.DbException away)
        {
            Console.Error.WriteLine($"The database cannot be used: {away.Message.ReplaceLineEndings(" ")} './run doctor' says what is wrong and how to mend it.");
            return 1;
        }
        catch (CopyException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
        catch (DomainException refused)
        {
            Console.Error.WriteLine($"{refused.Error.Code}: {refused.Message}");
            return 1;
        }
        catch (Exception outside) when (outside is Core.Search.SearchUnavailableException or IOException or UnauthorizedAccessException)
        {
            // A port that is taken, a folder in use, a secret that may not be read: for the operator to mend, not for a debugger.
            Console.Error.WriteLine($"{outside.Message.ReplaceLineEndings(" ")} './run doctor' says what is wrong and how to mend it.");
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] options)
    {
        await using WebApplication app = Service.Build(options);
        await Preparation.RunAsync(app);
        await app.StartAsync();
        await Preparation.AwaitSearchAsync(app.Services, TimeSpan.FromSeconds(10));
        await Welcome.PrintAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> WithServiceAsync(string[] options, Func<IServiceProvider, Task<int>> work)
    {
        await using WebApplication app = Service.Build([.. options, "--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<RegistryDbFactory>().MigrateAsync(CancellationToken.None);
        return await work(app.Services);
    }

    private static Task<int> Migrated(IServiceProvider services)
    {
        Console.WriteLine("The database is at this release.");
        return Task.FromResult(0);
    }

    private static async Task<int> ReindexAsync(IServiceProvider services)
    {
        await services.GetRequiredService<RebuildIndex>().RunAsync(CancellationToken.None);
        long documents = (await services.GetRequiredService<Core.Search.ISearchIndex>().HealthAsync(CancellationToken.None)).Documents;
        Console.WriteLine($"The search index has been built: {documents} datasets.");
        return 0;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, Checkpoint? checkpoint)
    {
        ChainVerdict verdict = await services.GetRequiredService<IRegistryDbFactory>().UseAsync(db => new VerifyAuditLog(db).HandleAsync(checkpoint, CancellationToken.None));
        Console.WriteLine(verdict.Intact
            ? $"The audit log is intact: {verdict.Count} events, last hash {verdict.LastHash}."
            : $"The audit log is broken at event {verdict.BrokenAt}: {verdict.Why}. {verdict.Count} events before it fit.");
        return verdict.Intact ? 0 : 1;
    }

    private static async Task<int> CheckpointAsync(IServiceProvider services, bool accept)
    {
        AuditEvent? last = await services.GetRequiredService<IRegistryDbFactory>().UseAsync(db => db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync());
        var reached = new Checkpoint(last?.Sequence ?? 0, last?.Hash ?? HashChain.Origin);
        var known = KnownCheckpoint.Of(services.GetRequiredService<IOptions<CatalogOptions>>().Value);
        if (accept) known.Keep(reached);
        else known.Advance(reached);
        Console.WriteLine($"{reached.Count} {reached.Hash}");
        return 0;
    }

    private static bool Allowed(string[] flags, string flag) => flags is [] || (flags is [var one] && one == flag);

    private static int Explain()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
