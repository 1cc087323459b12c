using DataCatalog.Core.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Sqlite;

/// <summary>The registry in one SQLite file: one writer at a time, readers beside it.</summary>
public sealed class SqliteRegistryDb(DbContextOptions<SqliteRegistryDb> options, Actor actor, StorageParts parts) : RegistryDb(options, actor, parts)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int ForeignKeyViolation = 787;
    private readonly WriteTurns turns = parts.Turns;

    /// <inheritdoc/>
    protected override async Task<IDisposable?> EnterAsync(CancellationToken cancellation) => await turns.EnterAsync(cancellation);

    /// <summary>Nothing to do: the transaction has been the only writer since it began.</summary>
    protected override Task LockChainAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override DomainException? Explain(Exception exception) => exception switch
    {
        DomainException => null,
        DbUpdateConcurrencyException => new DomainException(CommonErrors.Stale),
        SqliteException { SqliteErrorCode: Busy or Locked } => new DomainException(CommonErrors.Busy),
        DbUpdateException { InnerException: SqliteException { SqliteErrorCode: Busy or Locked } } => new DomainException(CommonErrors.Busy),
        DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation } inner } update =>
            UniqueRules.Explain(inner.Message, update.Entries),
        DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: ForeignKeyViolation } } => new DomainException(CommonErrors.Stale),
        _ => null,
    };
}
