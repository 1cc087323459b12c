using System.Diagnostics;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Storage.Tests;

public abstract class BulkTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private const int Batch = 500;

    [Fact]
    public async Task Import_OfManyDatasets_KeepsItsPace()
    {
        Organisation org = Given.Organisation();
        Licence licence = Given.Licence();
        await SaveAsync(org, licence);
        await ImportAsync(org, licence, "warm");
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < 6; i++) await ImportAsync(org, licence, $"b{i}");
        double rate = 6 * Batch / watch.Elapsed.TotalSeconds;
        TestContext.Current.SendDiagnosticMessage($"{Provider}: {rate:0} datasets a second");
        // A floor for a busy machine; an idle one does several times as many.
        Assert.True(rate > 200, $"{rate:0} datasets a second");
    }

    private async Task ImportAsync(Organisation org, Licence licence, string name)
    {
        await using RegistryDb db = Open();
        await db.WriteAsync(_ =>
        {
            for (int i = 0; i < Batch; i++)
            {
                Dataset dataset = Given.Dataset(org.Id, $"{name}-{i}", licence.Id);
                db.Datasets.Add(dataset);
                db.Record(new AuditEntry("dataset.registered", "Dataset", dataset.Id));
            }

            return Task.FromResult(0);
        }, Cancellation);
    }
}

public sealed class SqliteBulkTests(PostgresServer server) : BulkTests(StorageOptions.Sqlite, server);

public sealed class PostgresBulkTests(PostgresServer server) : BulkTests(StorageOptions.Postgres, server);
