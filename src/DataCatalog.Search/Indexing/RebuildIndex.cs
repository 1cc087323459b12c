using System.Runtime.CompilerServices;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Indexing;

/// <summary>Builds the index anew from the database, never from the old index, which may hold what is gone.</summary>
/// <param name="registry">Opens the registry's rows.</param>
/// <param name="index">The index.</param>
/// <param name="builder">Makes documents.</param>
public sealed class RebuildIndex(IRegistryDbFactory registry, ISearchIndex index, DocumentBuilder builder)
{
    private const int PageSize = 500;

    /// <summary>Builds it; the old index answers meanwhile, and changes that arrive meanwhile are in the new one.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        bool done = false;
        try
        {
            await index.RebuildAsync(ReadAsync(cancellation), cancellation);
            done = true;
        }
        finally
        {
            Measures.IndexRebuilt(done);
        }
    }

    private async IAsyncEnumerable<DatasetDocument> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Guid? last = null;
        do
        {
            // A context for each page: no transaction lasts as long as the rebuild.
            IRegistryDb db = registry.Create(Actor.Registry);
            await using var lease = db as IAsyncDisposable;
            List<Guid> page = await db.Datasets.Where(d => last == null || d.Id > last).OrderBy(d => d.Id).Select(d => d.Id).Take(PageSize).ToListAsync(cancellation);
            if (page.Count == 0) yield break;
            foreach (DatasetDocument document in await builder.BuildAsync(db, page, cancellation)) yield return document;
            last = page[^1];
        }
        while (true);
    }
}
