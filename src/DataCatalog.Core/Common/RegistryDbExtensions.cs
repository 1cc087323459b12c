using DataCatalog.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Common;

/// <summary>What most use cases do with the rows.</summary>
public static class RegistryDbExtensions
{
    private const int WriteTries = 5;

    /// <summary>The row of that id in the state the caller read.</summary>
    /// <param name="rows">The rows, with what the change needs included.</param>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where the action does not depend on it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException"><c>not-found</c> or <c>stale-etag</c>.</exception>
    public static async Task<T> GetAsync<T>(this IQueryable<T> rows, Guid id, long? expected, CancellationToken cancellation)
        where T : Entity
    {
        T row = await rows.FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new DomainException(CommonErrors.NotFound, null, typeof(T).Name, id);
        return expected is null || row.RowVersion == expected ? row : throw new DomainException(CommonErrors.Stale);
    }

    /// <summary>The row that an input field names.</summary>
    /// <exception cref="DomainException"><c>required</c> or <c>unknown-reference</c>.</exception>
    public static async Task<T> ReferredAsync<T>(this IQueryable<T> rows, Guid? id, string field, CancellationToken cancellation)
        where T : Entity
    {
        if (id is not { } value) throw new DomainException(CommonErrors.Required, field, field);
        return await rows.FirstOrDefaultAsync(r => r.Id == value, cancellation) ?? throw UnknownReference<T>(field);
    }

    /// <summary>Refuses a reference to a row that is not there or not visible.</summary>
    /// <exception cref="DomainException"><c>unknown-reference</c>.</exception>
    public static async Task RequireAsync<T>(this IQueryable<T> rows, Guid? id, string field, CancellationToken cancellation)
        where T : Entity
    {
        if (id is { } value && !await rows.AnyAsync(r => r.Id == value, cancellation)) throw UnknownReference<T>(field);
    }

    /// <summary>Refuses a list of references of which one is not there or not visible; asks the database once.</summary>
    /// <param name="rows">Where they must be.</param>
    /// <param name="ids">The references; those that are null are passed over.</param>
    /// <param name="field">The path of the reference at an index, as in <c>i => $"Members/{i}/OrganisationId"</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException"><c>unknown-reference</c>, naming the first.</exception>
    public static async Task RequireEachAsync<T>(this IQueryable<T> rows, IEnumerable<Guid?> ids, Func<int, string> field, CancellationToken cancellation)
        where T : Entity
    {
        List<Guid?> asked = [.. ids];
        List<Guid> wanted = [.. asked.OfType<Guid>().Distinct()];
        if (wanted.Count == 0) return;
        List<Guid> found = await rows.Where(r => wanted.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellation);
        if (found.Count == wanted.Count) return;
        int missing = asked.FindIndex(id => id is { } value && !found.Contains(value));
        throw UnknownReference<T>(field(missing));
    }

    /// <summary>
    /// Writes what others may write at the same moment: of two the database lets one through, and the other reads again and finds what the first
    /// left. A part of a write that runs already is tried once, as all of that would have to be read again.
    /// </summary>
    /// <exception cref="DomainException">As of <see cref="IRegistryDb.WriteAsync"/>; <c>stale-etag</c> where others came first each time.</exception>
    public static async Task<T> WriteAgainAsync<T>(this IRegistryDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await db.WriteAsync(work, cancellation);
            }
            catch (DomainException raced) when (raced.Error == CommonErrors.Stale && attempt < WriteTries && !db.IsWriting)
            {
                // Read again.
            }
        }
    }

    private static DomainException UnknownReference<T>(string field) => new(CatalogueErrors.UnknownReference, field, field, typeof(T).Name);
}
