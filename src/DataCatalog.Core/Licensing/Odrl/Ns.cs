namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Namespaces and names that the reader and the writer share.</summary>
internal static class Ns
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public const string Dct = "http://purl.org/dc/terms/";
    public const string Skos = "http://www.w3.org/2004/02/skos/core#";
    public const string Cc = "http://creativecommons.org/ns#";
    public const string Tdm = "http://www.w3.org/ns/tdmrep#";
    public const string RdfValue = Rdf + "value";
    public const string Clause = Iris.Profile + "clause";
    public const string Article = Iris.Profile + "article";
    public const string Words = Iris.Profile + "words";

    /// <summary>Whether a rule rests on a reading of a licence that an officer may override.</summary>
    public const string Interpretation = Iris.Profile + "interpretation";

    /// <summary>What an officer notes of a rule.</summary>
    public const string Note = Iris.Profile + "note";

    /// <summary>Key under which nodes are kept that nothing refers to.</summary>
    public const string Included = "@included";
}
