using System.Text.RegularExpressions;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Register;

/// <summary>The names of those that a policy mentions by their IRIs, in both languages.</summary>
public sealed partial class PolicyNames
{
    private const int Most = 200;
    private readonly Dictionary<string, LocalizedText> names = new(StringComparer.Ordinal);

    private PolicyNames() { }

    /// <summary>Reads the names that the actor may see.</summary>
    public static async Task<PolicyNames> OfAsync(IRegistryDb db, Policy policy, CancellationToken cancellation)
    {
        var known = new PolicyNames();
        foreach (IGrouping<string, Match> kind in Mentions().Matches(PolicyWriter.Write(policy)).GroupBy(m => m.Groups[1].Value))
        {
            string[] keys = [.. kind.Select(m => m.Groups[2].Value).Distinct(StringComparer.Ordinal).Take(Most)];
            IQueryable<Named> rows = kind.Key switch
            {
                "dataset" => db.Datasets.Where(d => keys.Contains(d.Key)).Select(d => new Named(d.Key, d.Title)),
                "consortium" => db.Consortia.Where(c => keys.Contains(c.Key)).Select(c => new Named(c.Key, c.Name)),
                "programme" => db.Programmes.Where(p => keys.Contains(p.Key)).Select(p => new Named(p.Key, p.Name)),
                _ => db.Organisations.Where(o => keys.Contains(o.Key)).Select(o => new Named(o.Key, o.Name)),
            };
            foreach (Named row in await rows.AsNoTracking().ToListAsync(cancellation)) known.names[$"urn:{kind.Key}:{row.Key}"] = row.Name;
        }

        return known;
    }

    /// <summary>The name of an IRI in a language (<c>ko</c> or <c>en</c>), or null.</summary>
    public string? In(string language, string iri) => names.GetValueOrDefault(iri)?.In(language);

    [GeneratedRegex("urn:(dataset|consortium|programme|organisation):([a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Mentions();

    private sealed record Named(string Key, LocalizedText Name);
}
