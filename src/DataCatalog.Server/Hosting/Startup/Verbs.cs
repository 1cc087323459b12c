using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Search.Indexing;
using DataCatalog.Storage;
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
          audit checkpoint            print how far the audit log has come
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
                ["audit", "checkpoint"] => await WithServiceAsync(options, CheckpointAsync),
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
        catch (DomainException refused)
        {
            Console.Error.WriteLine($"{refused.Error.Code}: {refused.Message}");
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
        ChainVerdict verdict = await services.GetRequiredService<IRegistryDbFactory>().UseAsync(db =>
            HashChain.VerifyAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), checkpoint, CancellationToken.None));
        Console.WriteLine(verdict.Intact
            ? $"The audit log is intact: {verdict.Count} events, last hash {verdict.LastHash}."
            : $"The audit log is broken at event {verdict.BrokenAt}: {verdict.Why}. {verdict.Count} events before it fit.");
        return verdict.Intact ? 0 : 1;
    }

    private static async Task<int> CheckpointAsync(IServiceProvider services)
    {
        AuditEvent? last = await services.GetRequiredService<IRegistryDbFactory>().UseAsync(db => db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync());
        Console.WriteLine($"{last?.Sequence ?? 0} {last?.Hash ?? HashChain.Origin}");
        return 0;
    }

    private static int Explain()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
