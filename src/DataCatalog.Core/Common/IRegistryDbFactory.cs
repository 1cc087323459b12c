using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Common;

/// <summary>
/// Opens the registry's rows where no request does: the jobs. Long work opens one for each chunk, so that memory stays flat and a
/// chunk that failed leaves nothing behind. What it makes is the caller's to dispose.
/// </summary>
public interface IRegistryDbFactory
{
    /// <summary>The rows as the actor sees them.</summary>
    IRegistryDb Create(Actor actor);
}

/// <summary>Short use of the rows.</summary>
public static class RegistryDbFactoryExtensions
{
    private const int Tries = 4;

    /// <summary>Opens the rows as the registry itself, works, and closes them.</summary>
    public static async Task<T> UseAsync<T>(this IRegistryDbFactory factory, Func<IRegistryDb, Task<T>> work)
    {
        IRegistryDb db = factory.Create(Actor.Registry);
        await using var closing = db as IAsyncDisposable;
        return await work(db);
    }

    /// <summary>
    /// Writes as the registry itself what may be written elsewhere at the same moment: the database lets one through, and the other reads again
    /// and finds what is left to do.
    /// </summary>
    public static async Task<T> SweepAsync<T>(this IRegistryDbFactory factory, Func<IRegistryDb, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await factory.UseAsync(db => db.WriteAsync(token => work(db, token), cancellation));
            }
            catch (Exception clash) when (attempt < Tries && clash is DbUpdateException or DomainException { Error.Kind: ErrorKind.Conflict or ErrorKind.Stale })
            {
                // Read again.
            }
        }
    }
}
