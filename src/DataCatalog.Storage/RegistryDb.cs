using DataCatalog.Core.Access;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataCatalog.Storage;

/// <summary>The registry's rows as one actor sees them; one write is one transaction of rows, audit events and index tasks.</summary>
public abstract partial class RegistryDb : DbContext, IRegistryDb
{
    private readonly StorageParts parts;
    private readonly List<AuditEntry> recorded = [];
    private bool writing;
    private bool doomed;
    private RegistryNews news;

    /// <summary>Opens the registry for an actor.</summary>
    protected RegistryDb(DbContextOptions options, Actor actor, StorageParts parts)
        : base(options)
    {
        Actor = actor;
        Sight = new Sight(actor, parts.Clock.GetUtcNow());
        this.parts = parts;
        ChangeTracker.LazyLoadingEnabled = false;
    }

    /// <inheritdoc/>
    public Actor Actor { get; }

    /// <summary>What the actor may see.</summary>
    internal Sight Sight { get; }

    /// <inheritdoc/>
    public bool IsWriting => writing;

    /// <inheritdoc/>
    public void Record(AuditEntry entry)
    {
        if (!writing) throw new InvalidOperationException("Record belongs inside WriteAsync.");
        recorded.Add(entry);
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        writing ? JoinAsync(work, cancellation) : BeginAsync(work, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> ClaimDeliveriesAsync(int most, DateTime now, DateTime until, CancellationToken cancellation) =>
        Claims.DeliveriesAsync(this, new Claim(most, now, until, SkipLocked), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IndexTask>> ClaimIndexTasksAsync(int most, DateTime now, DateTime until, CancellationToken cancellation) =>
        Claims.IndexTasksAsync(this, new Claim(most, now, until, SkipLocked), cancellation);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Rows are saved by WriteAsync.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!writing) throw new InvalidOperationException("Rows are saved by WriteAsync.");
        ChangeSet changes = ChangeSet.Of(this);
        if (changes.IsEmpty && recorded.Count == 0) return 0;
        changes.RequireRecord(recorded);
        await changes.CountVersionsAsync(cancellationToken);
        await LockChainAsync(cancellationToken);
        DateTime now = Instants.ToStored(parts.Clock.GetUtcNow().UtcDateTime);
        IReadOnlyList<AuditEvent> events = await AuditTrail.DraftAsync(this, recorded, changes, now, cancellationToken);
        IndexOutbox outbox = IndexOutbox.Of(changes);
        recorded.Clear();
        int saved = await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Inserts.EventsAsync(this, events, cancellationToken);
        if (await outbox.AddAsync(this, now, cancellationToken)) news |= RegistryNews.Index;
        if (changes.Rows.Exists(r => r.Entity is ApiKey)) news |= RegistryNews.Keys;
        return saved;
    }

    /// <summary>Waits for its turn among the writers of this process; disposing ends the turn.</summary>
    protected abstract Task<IDisposable?> EnterAsync(CancellationToken cancellation);

    /// <summary>Keeps other writers from adding to the audit chain until the transaction ends.</summary>
    protected abstract Task LockChainAsync(CancellationToken cancellation);

    /// <summary>What makes a selection for update pass over rows that others have locked; empty where one writes at a time.</summary>
    protected internal virtual string SkipLocked => "";

    /// <summary>Keeps others from claiming index tasks until the transaction ends.</summary>
    internal virtual Task LockClaimsAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Has the other instances told, when and only when the running transaction commits.</summary>
    protected virtual Task AnnounceAsync(RegistryNews told, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether a commit that ended so may have been made all the same.</summary>
    protected virtual bool LeavesOpen(Exception commit) => false;

    /// <summary>Whether the connection in use is gone.</summary>
    protected virtual bool IsLost => false;

    /// <summary>The refusal of a write whose connection went before its commit was sent: nothing of it was made.</summary>
    protected virtual DomainException Broke() => new(CommonErrors.Busy);

    /// <summary>What the database's refusal means to a caller, or null where it is a fault.</summary>
    protected abstract DomainException? Explain(Exception exception);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<Instants>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegistryDb).Assembly);
        Visibility.Apply(modelBuilder, this);
        foreach (IMutableEntityType type in modelBuilder.Model.GetEntityTypes())
        {
            if (type.FindProperty(nameof(Entity.Id)) is { } id && id.ClrType == typeof(Guid)) id.ValueGenerated = ValueGenerated.Never;
            if (type.FindProperty(nameof(Entity.RowVersion)) is { } version) version.IsConcurrencyToken = true;
        }
    }

    private async Task<T> BeginAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (ChangeTracker.HasChanges()) throw new InvalidOperationException("Rows were changed before the write began.");
        ChangeTracker.Clear();
        (doomed, news) = (false, RegistryNews.None);
        try
        {
            using IDisposable? turn = await EnterAsync(cancellation);
            await using IDbContextTransaction transaction = await Database.BeginTransactionAsync(cancellation);
            T result = await UncommittedAsync(work, cancellation);
            await CommitAsync(transaction);
            ChangeTracker.Clear();
            if (news.HasFlag(RegistryNews.Index)) parts.Signal.Raise();
            return result;
        }
        catch (Exception exception)
        {
            Forget();
            if (Explain(exception) is { } told) throw told;
            throw;
        }
        finally
        {
            writing = false;
        }
    }

    // What fails on a connection that is gone fails in many ways; whichever, nothing of the write was made.
    private async Task<T> UncommittedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            T result = await RunAsync(work, cancellation);
            if (doomed) throw new InvalidOperationException("A part of the write failed, so all of it is taken back.");
            if (news != RegistryNews.None) await AnnounceAsync(news, cancellation);
            return result;
        }
        catch (Exception exception) when (exception is not (DomainException or OperationCanceledException) && IsLost)
        {
            throw Broke();
        }
    }

    // Never sent twice: where the answer is lost, only the caller can tell whether the change may be made again.
    private async Task CommitAsync(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception broken) when (LeavesOpen(broken) || IsLost)
        {
            throw new DomainException(CommonErrors.OutcomeUnknown, null, Actor.RequestId ?? "-");
        }
    }

    private async Task<T> JoinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(work, cancellation);
        }
        catch (Exception exception)
        {
            doomed = true;
            if (Explain(exception) is { } told) throw told;
            throw;
        }
    }

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        writing = true;
        T result = await work(cancellation);
        await SaveChangesAsync(true, cancellation);
        return result;
    }

    // Changes were detected once already; a second look at thousands of rows would cost as much as saving them.
    private async Task<int> SaveDetectedAsync(bool acceptAll, CancellationToken cancellation)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAll, cancellation);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private void Forget()
    {
        recorded.Clear();
        ChangeTracker.Clear();
    }
}
