namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>The operators by their names.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, Operator> ByIri = Enum.GetValues<Operator>().ToDictionary(o => Iris.Odrl + Name(o), StringComparer.Ordinal);

    /// <summary>Their short names.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<Operator>().Select(Name);

    /// <summary>The operator of an IRI, or null. The published context wrote <c>neg</c> for <c>neq</c> until 2025-04-10, and products have copied it.</summary>
    public static Operator? Find(string iri) =>
        iri == Iris.Odrl + "neg" ? Operator.Neq : ByIri.TryGetValue(iri, out Operator found) ? found : null;

    /// <summary>The operator's short name.</summary>
    public static string Name(Operator comparator)
    {
        string name = comparator.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
