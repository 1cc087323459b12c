using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.Sqlite;

public sealed class SqlitePragmasTests(PostgresServer server) : StorageTests(StorageOptions.Sqlite, server)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Pragma_HoldsOnEveryConnection(string pragma, string expected)
    {
        await using RegistryDb one = Open();
        await using RegistryDb two = Open();
        foreach (RegistryDb db in (RegistryDb[])[one, two])
        {
            await db.Database.OpenConnectionAsync(Cancellation);
            await using System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(expected, (await command.ExecuteScalarAsync(Cancellation))!.ToString());
        }
    }
}
