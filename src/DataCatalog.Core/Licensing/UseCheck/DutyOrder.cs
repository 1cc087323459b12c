using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Which duties of a permission come before the use and which follow it.</summary>
internal static class DutyOrder
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        Iris.Odrl + "acceptTracking", Iris.Odrl + "compensate", Iris.Odrl + "ensureExclusivity", Iris.Odrl + "obtainConsent", Iris.Odrl + "reviewPolicy",
    };

    /// <summary>The duties that come first, by their short names.</summary>
    public static string Names => string.Join(", ", Before.Select(iri => iri[Iris.Odrl.Length..]).Order(StringComparer.Ordinal));

    /// <summary>Whether a duty with this action must be done before the use.</summary>
    public static bool ComesFirst(string action) => Before.Contains(action);
}
