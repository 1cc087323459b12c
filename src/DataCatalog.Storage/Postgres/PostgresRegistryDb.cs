using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>The registry in PostgreSQL.</summary>
public sealed class PostgresRegistryDb(DbContextOptions<PostgresRegistryDb> options, Actor actor, StorageParts parts) : RegistryDb(options, actor, parts)
{
    // Any two numbers that nothing else on the server locks; the same in every process of the registry.
    internal const long ChainLock = 0x4461_7461_4361_0001;
    internal const long MigrationLock = 0x4461_7461_4361_0002;
    private const long ClaimLock = 0x4461_7461_4361_0003;

    /// <inheritdoc/>
    protected internal override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    /// <summary>Writers of PostgreSQL do not queue: they meet at the audit chain.</summary>
    protected override Task<IDisposable?> EnterAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    /// <inheritdoc/>
    protected override Task LockChainAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancellation);

    /// <inheritdoc/>
    internal override Task LockClaimsAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ClaimLock})", cancellation);

    /// <inheritdoc/>
    protected override Task AnnounceAsync(RegistryNews told, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({PostgresNews.Channel}, {told.ToString()})", cancellation);

    /// <inheritdoc/>
    protected override bool LeavesOpen(Exception commit) => PostgresFaults.IsUnanswered(commit);

    /// <inheritdoc/>
    protected override bool IsLost => ((NpgsqlConnection)Database.GetDbConnection()).FullState.HasFlag(System.Data.ConnectionState.Broken);

    /// <summary>The other connections of the pool broke with this one.</summary>
    protected override DomainException Broke()
    {
        NpgsqlConnection.ClearPool((NpgsqlConnection)Database.GetDbConnection());
        return base.Broke();
    }

    /// <inheritdoc/>
    protected override DomainException? Explain(Exception exception) => exception switch
    {
        DomainException => null,
        DbUpdateConcurrencyException => new DomainException(CommonErrors.Stale),
        PostgresException inner when !PostgresFaults.IsBroken(inner) => Explain(inner, []),
        DbUpdateException { InnerException: PostgresException inner } update when !PostgresFaults.IsBroken(inner) => Explain(inner, update.Entries),
        _ when PostgresFaults.IsBroken(exception) => Broke(),
        _ => null,
    };

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Byte order, as in SQLite: lists come in the same order and key-set pages meet.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Dataset>().Property(d => d.Volumes).HasColumnType("jsonb").UseCollation(null);
        modelBuilder.Entity<Dataset>().Property(d => d.Supply).HasColumnType("jsonb").UseCollation(null);
    }

    private static DomainException? Explain(PostgresException exception, IReadOnlyList<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry> entries) => exception.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => UniqueRules.Explain(exception.ConstraintName ?? "", entries),
        PostgresErrorCodes.ForeignKeyViolation => new DomainException(CommonErrors.Stale),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.TooManyConnections => new DomainException(CommonErrors.Busy),
        _ => null,
    };
}
