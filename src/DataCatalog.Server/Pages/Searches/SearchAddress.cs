using DataCatalog.Core.Search;

namespace DataCatalog.Server.Pages.Searches;

/// <summary>The address under which the search page asks a saved search again.</summary>
public static class SearchAddress
{
    /// <summary>The address.</summary>
    public static string Of(SavedSearch saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        IEnumerable<(string Name, string Value)> parts = saved.Facets.Select(f => f.Split('=', 2)).Select(f => (f[0], f[1])).Concat(saved.May.Select(m => ("may", m)));
        if (saved.Text is not null) parts = parts.Prepend(("q", saved.Text));
        return "/?" + string.Join('&', parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
    }
}
