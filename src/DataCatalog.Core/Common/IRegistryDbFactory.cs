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
    /// <summary>Opens the rows as the registry itself, works, and closes them.</summary>
    public static async Task<T> UseAsync<T>(this IRegistryDbFactory factory, Func<IRegistryDb, Task<T>> work)
    {
        IRegistryDb db = factory.Create(Actor.Registry);
        await using var closing = db as IAsyncDisposable;
        return await work(db);
    }
}
