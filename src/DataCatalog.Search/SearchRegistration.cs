using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Core.Search.UseCases;
using DataCatalog.Search.Elastic;
using DataCatalog.Search.Indexing;
using DataCatalog.Search.Lucene;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Search;

/// <summary>Registers the search.</summary>
public static class SearchRegistration
{
    /// <summary>
    /// Adds <see cref="ISearchIndex"/>, <see cref="IndexingLoop"/>, <see cref="RebuildIndex"/> and <see cref="SearchDatasets"/>. The host
    /// provides <see cref="TimeProvider"/>, <see cref="Calendar"/>, <see cref="IIndexSignal"/>, <see cref="IRegistryDbFactory"/> and logging, and runs the loop.
    /// </summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, SearchOptions options)
    {
        services.AddSingleton<ISearchIndex>(provider => options.Elasticsearch is { } cluster
            ? new ElasticIndex(cluster, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ElasticIndex>>())
            : new LuceneIndex(options.Folder));
        services.AddSingleton<DocumentBuilder>();
        services.AddSingleton<OutboxIndexer>();
        services.AddSingleton<RebuildIndex>();
        services.AddSingleton<IndexingLoop>();
        services.AddScoped<SearchDatasets>();
        return services;
    }
}
