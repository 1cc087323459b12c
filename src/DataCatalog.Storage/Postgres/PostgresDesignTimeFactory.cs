using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore.Design;

namespace DataCatalog.Storage.Postgres;

/// <summary>Opens the context for <c>dotnet ef</c>, which generates migrations and connects to nothing.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresRegistryDb>
{
    public PostgresRegistryDb CreateDbContext(string[] args) => new(
        PostgresSetup.Options(new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = "Host=unused" }, null),
        Actor.Nobody, new StorageParts(TimeProvider.System, new IndexSignal(), new WriteTurns()));
}
