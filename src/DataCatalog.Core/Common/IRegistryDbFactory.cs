using System.Runtime.CompilerServices;
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
    /// Walks through ids in their order, page by page; each page is read anew, so that what one page's work changes, the next sees.
    /// </summary>
    /// <param name="factory">Opens the rows.</param>
    /// <param name="ids">Which ids, in any order.</param>
    /// <param name="pageSize">Most ids of a page.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <returns>Pages, none of them empty.</returns>
    public static async IAsyncEnumerable<List<Guid>> PagesAsync(
        this IRegistryDbFactory factory, Func<IRegistryDb, IQueryable<Guid>> ids, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Guid? after = null;
        while (true)
        {
            List<Guid> page = await factory.UseAsync(db => (after is { } last ? ids(db).Where(id => id > last) : ids(db)).OrderBy(id => id).Take(pageSize).ToListAsync(cancellation));
            if (page.Count > 0) yield return page;
            if (page.Count < pageSize) yield break;
            after = page[^1];
        }
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
