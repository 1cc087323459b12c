using DataCatalog.Core.Search;
using DataCatalog.Server.Pages.Home;

namespace DataCatalog.Server.Pages.Searches;

/// <summary>What is written to save a search.</summary>
public sealed class SaveForm
{
    /// <summary>What to call it.</summary>
    public string? Name { get; set; }

    /// <summary><c>true</c> where its owner is to be told of new hits.</summary>
    public string? Notify { get; set; }

    /// <summary>What is saved of the search that is shown.</summary>
    public SavedSearchInput ToInput(SearchAddress asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new() { Name = Name, Text = asked.Words, Facets = [.. asked.Filters.SelectMany(f => f.Value.Select(v => $"{f.Key}={v}"))], May = asked.May, Notify = Notify == "true" };
    }
}
