using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage;

/// <summary>What the two databases do differently around the rows.</summary>
internal abstract class Database
{
    /// <summary>Opens the rows as the actor sees them.</summary>
    public abstract RegistryDb Open(Actor actor);

    /// <summary>Brings it to this release's schema.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation);

    /// <summary>Takes a name that only one may hold, waiting for it or not.</summary>
    public abstract Task<IAsyncDisposable?> HoldAsync(string name, bool wait, CancellationToken cancellation);

    /// <summary>Hears what other instances committed, until cancelled.</summary>
    public abstract Task ListenAsync(Action<RegistryNews> heard, CancellationToken cancellation);

    /// <summary>Applies the migrations that are missing.</summary>
    /// <exception cref="DomainException"><c>database-newer</c>.</exception>
    protected static async Task ApplyAsync(RegistryDb db, CancellationToken cancellation)
    {
        IEnumerable<string> applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown) throw new DomainException(CommonErrors.DatabaseNewer, null, unknown);
        await db.Database.MigrateAsync(cancellation);
    }
}
