using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Search;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>
/// What a consortium may do on a day, as custom query options: <c>may=train,releaseWeights&amp;on=2027-03-01&amp;consortium=upstage</c>. Every action must be
/// permitted; the day is today and a member's consortium its own where they are left out.
/// </summary>
public static class MayQuery
{
    private const string May = "may", On = "on", Consortium = "consortium";

    /// <summary>Whether a request asks for it.</summary>
    public static bool IsIn(HttpRequest request) => request.Query.ContainsKey(May);

    /// <summary>What is asked for; where no action is named, whose rights on which day are to be counted, or null where nobody's.</summary>
    /// <exception cref="DomainException">An action is not among those that are indexed, the day is past or no day, or the consortium is not the caller's to ask for.</exception>
    public static async Task<SearchMay?> OfAsync(HttpRequest request, RightsAsker asker, CancellationToken cancellation)
    {
        string? consortium = request.Query[Consortium];
        if (!IsIn(request) && consortium is null && asker.Own is null) return null;
        string[] actions = [.. request.Query[May].OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
        return await asker.AskAsync(consortium, actions, request.Query[On], cancellation);
    }

    /// <summary>The options in words, to tell one query from another.</summary>
    public static string Text(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Query[May]};{request.Query[On]};{request.Query[Consortium]}");
}
