using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Pages.Datasets;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Home;

/// <summary>A value that hits can be narrowed to.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">Its words.</param>
/// <param name="Count">How many hits have it; null where that was not counted.</param>
/// <param name="Chosen">Whether it narrows now.</param>
public sealed record FacetChoice(string Value, string Text, long? Count, bool Chosen);

/// <summary>A facet with its values: chosen ones first, then the most frequent.</summary>
/// <param name="Facet">Which.</param>
/// <param name="Title">Its name.</param>
/// <param name="Choices">Its values.</param>
public sealed record FacetGroup(SearchFacet Facet, string Title, IReadOnlyList<FacetChoice> Choices);

/// <summary>Facets in the viewer's words.</summary>
/// <param name="viewer">Who looks.</param>
/// <param name="providers">Names of providers by key.</param>
/// <param name="licences">Names of licences by key.</param>
public sealed class FacetWords(Viewer viewer, IReadOnlyDictionary<string, LocalizedText> providers, IReadOnlyDictionary<string, LocalizedText> licences)
{
    // What the engine counts by default may be narrowed by, in the order in which people narrow.
    private static readonly SearchFacet[] Shown =
        [SearchFacet.Modality, SearchFacet.Language, SearchFacet.Domain, SearchFacet.Licence, SearchFacet.Provider, SearchFacet.EndsWithin, SearchFacet.PermittedAction, SearchFacet.Status];

    /// <summary>Reads the names that the facets of an answer need.</summary>
    public static async Task<FacetWords> ReadAsync(Viewer viewer, IRegistryDb db, SearchResult found, SearchAddress asked, CancellationToken cancellation)
    {
        List<string> providers = Values(SearchFacet.Provider), licences = Values(SearchFacet.Licence);
        return new FacetWords(
            viewer,
            await db.Organisations.AsNoTracking().Where(o => providers.Contains(o.Key)).Select(o => new { o.Key, o.Name }).ToDictionaryAsync(o => o.Key, o => o.Name, cancellation),
            await db.Licences.AsNoTracking().Where(l => licences.Contains(l.Key)).Select(l => new { l.Key, l.Name }).ToDictionaryAsync(l => l.Key, l => l.Name, cancellation));

        List<string> Values(SearchFacet facet) => [.. (found.Facets.GetValueOrDefault(facet) ?? []).Select(v => v.Value).Concat(asked.Filters.GetValueOrDefault(facet) ?? [])];
    }

    /// <summary>The facets that have values.</summary>
    public IReadOnlyList<FacetGroup> Groups(SearchResult found, SearchAddress asked) =>
        [.. Shown.Select(f => new FacetGroup(f, Title(f), Choices(f, found, asked.Filters.GetValueOrDefault(f) ?? []))).Where(g => g.Choices.Count > (g.Facet == SearchFacet.Status ? 1 : 0) || g.Choices.Any(c => c.Chosen))];

    /// <summary>What can be asked to be permitted.</summary>
    public static IReadOnlyList<FacetChoice> May(Viewer viewer, SearchResult found, SearchAddress asked, IReadOnlyList<string> actions, bool counted)
    {
        Dictionary<string, long> counts = (found.Facets.GetValueOrDefault(SearchFacet.May) ?? []).ToDictionary(c => c.Value, c => c.Count, StringComparer.Ordinal);
        return [.. actions.Select(a => new FacetChoice(a, Words.ActionFirst(viewer, a), counted ? counts.GetValueOrDefault(a) : null, asked.Has(SearchFacet.May, a)))];
    }

    /// <summary>What narrows now, as it is shown to be taken away.</summary>
    public IEnumerable<(string Text, SearchAddress Without)> Chips(SearchAddress asked) =>
        asked.May.Select(m => ($"{Title(SearchFacet.May)}: {Words.ActionFirst(viewer, m)}", asked.Without(SearchFacet.May, m)))
            .Concat(asked.Filters.SelectMany(f => f.Value.Select(v => ($"{Title(f.Key)}: {Text(f.Key, v)}", asked.Without(f.Key, v)))));

    private string Title(SearchFacet facet) => facet switch
    {
        SearchFacet.Modality => viewer.T("모달리티", "Modality"),
        SearchFacet.Language => viewer.T("언어", "Language"),
        SearchFacet.Domain => viewer.T("분야", "Domain"),
        SearchFacet.Provider => viewer.T("제공 기관", "Provider"),
        SearchFacet.Licence => viewer.T("라이선스", "Licence"),
        SearchFacet.PermittedAction => viewer.T("계약이 허용하는 행위", "Permitted by an agreement"),
        SearchFacet.Status => viewer.T("상태", "Status"),
        SearchFacet.May => viewer.T("가능", "May"),
        _ => viewer.T("이용 기간 종료", "Right ends"),
    };

    private string Text(SearchFacet facet, string value) => facet switch
    {
        SearchFacet.Modality => Words.Modality(viewer, value),
        SearchFacet.Language => Words.Language(viewer, value),
        SearchFacet.Domain => Words.Domain(viewer, value),
        SearchFacet.Provider => providers.TryGetValue(value, out LocalizedText? provider) ? viewer.Text(provider) : value,
        SearchFacet.Licence => licences.TryGetValue(value, out LocalizedText? licence) ? viewer.Text(licence) : value,
        SearchFacet.PermittedAction => Words.ActionFirst(viewer, value),
        SearchFacet.Status => Enum.TryParse(value, out DatasetStatus status) ? Words.Of(viewer, status) : value,
        _ => viewer.T($"{value}일 안에", $"within {value} days"),
    };

    private FacetChoice[] Choices(SearchFacet facet, SearchResult found, IReadOnlyList<string> chosen)
    {
        FacetChoice[] counted = [.. (found.Facets.GetValueOrDefault(facet) ?? []).Select(c => new FacetChoice(c.Value, Text(facet, c.Value), c.Count, chosen.Contains(c.Value)))];
        // Days stand in their order, all else by how often it is.
        if (facet == SearchFacet.EndsWithin) counted = [.. counted.OrderBy(c => c.Value.Length).ThenBy(c => c.Value, StringComparer.Ordinal)];
        return [.. counted.Where(c => c.Chosen), .. chosen.Where(v => !counted.Any(c => c.Value == v)).Select(v => new FacetChoice(v, Text(facet, v), 0, true)), .. counted.Where(c => !c.Chosen)];
    }
}
