using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.Extensions.Primitives;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>
/// Facets that a request narrows by, as custom query options (OData 4.01 URL Conventions, section 5.2): <c>PermittedAction=train</c>,
/// repeated for several values, of which any will do.
/// </summary>
public static class FacetQuery
{
    private const int MostValues = 100;

    private static readonly Dictionary<SearchFacet, IReadOnlyList<string>> Closed = new()
    {
        [SearchFacet.Modality] = ModalityNames.All, [SearchFacet.Status] = Enum.GetNames<DatasetStatus>(), [SearchFacet.EndsWithin] = ["30", "90", "180", "365"],
    };

    /// <summary>The facets and their values.</summary>
    /// <exception cref="DomainException"><c>query-too-complex</c> where there are more values than the limit; <c>bad-query</c> where one cannot be.</exception>
    public static IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Of(HttpRequest request)
    {
        Dictionary<SearchFacet, IReadOnlyList<string>> filters = [];
        foreach (SearchFacet facet in Enum.GetValues<SearchFacet>())
        {
            if (facet == SearchFacet.May || !request.Query.TryGetValue(facet.ToString(), out StringValues values)) continue;
            if (values.Count > MostValues) throw new DomainException(ApiErrors.QueryTooComplex, facet.ToString(), $"{facet} has more than {MostValues} values");
            if (Closed.TryGetValue(facet, out IReadOnlyList<string>? all) && !values.All(v => all.Contains(v))) throw new DomainException(ApiErrors.BadQuery, facet.ToString(), $"{facet} is one of {string.Join(", ", all)}.");
            filters[facet] = [.. values.OfType<string>()];
        }

        return filters;
    }

    /// <summary>The facets in words, to tell one query from another.</summary>
    public static string Text(HttpRequest request) => string.Join('&', Of(request).Select(f => $"{f.Key}={string.Join(',', f.Value)}"));
}
