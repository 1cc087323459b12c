using System.Data.Common;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataCatalog.Storage.Tests;

public abstract class FaultTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task FaultAtAnyCommand_LeavesAllOrNothing()
    {
        int survived = 0;
        for (int n = 1; n <= 40; n++)
        {
            RegistryDbFactory faulty = NewFactory(new ThrowsAt(n));
            Organisation org = Given.Organisation($"o-{n}");
            try
            {
                await using RegistryDb db = faulty.Create(Actor.Registry);
                await WriteAsync(db, "t", org.Id, () =>
                {
                    db.AddRange(org, Given.Available(org.Id, $"d-{n}"));
                    return Task.FromResult(0);
                });
                survived++;
            }
            catch (Exception e) when (e is IOException || e.InnerException is IOException)
            {
            }

            await using RegistryDb after = Open();
            Assert.Equal(survived, await after.Organisations.CountAsync(Cancellation));
            Assert.Equal(survived, await after.Datasets.CountAsync(Cancellation));
            Assert.Equal(survived, await after.AuditEvents.CountAsync(Cancellation));
            Assert.Equal(survived, await after.IndexTasks.CountAsync(Cancellation));
        }

        Assert.InRange(survived, 1, 39);
    }

    private sealed class ThrowsAt(int n) : DbCommandInterceptor
    {
        private int seen;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }

        private void Count()
        {
            if (++seen == n) throw new IOException("fault");
        }
    }
}

public sealed class SqliteFaultTests(PostgresServer server) : FaultTests(StorageOptions.Sqlite, server);

public sealed class PostgresFaultTests(PostgresServer server) : FaultTests(StorageOptions.Postgres, server);
