using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore.Design;

namespace DataCatalog.Storage.Sqlite;

/// <summary>Opens the context for <c>dotnet ef</c>, which generates migrations and connects to nothing.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteRegistryDb>
{
    public SqliteRegistryDb CreateDbContext(string[] args) =>
        new(SqliteSetup.Options(new StorageOptions(), null), Actor.Nobody, new StorageParts(TimeProvider.System, new IndexSignal(), new WriteTurns()));
}
