namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>The contexts that the reader knows; nothing is fetched.</summary>
public static class LdContexts
{
    /// <summary>IRI of the published ODRL context.</summary>
    public const string Odrl = "http://www.w3.org/ns/odrl.jsonld";

    /// <summary>IRI of the profile's context, published in <c>schemas/odrl</c>.</summary>
    public const string Profile = "urn:datacatalog:odrl:context";

    private static readonly string[] OfIris =
    [
        "profile", "inheritFrom", "relation", "hasPolicy", "target", "output", "partOf", "source", "assignee", "assigner", "assigneeOf", "assignerOf", "attributedParty",
        "attributingParty", "compensatedParty", "compensatingParty", "consentingParty", "consentedParty", "informedParty", "informingParty", "trackingParty", "trackedParty",
        "contractingParty", "contractedParty", "includedIn", "implies", "permission", "prohibition", "obligation", "duty", "consequence", "remedy", "constraint", "refinement",
    ];

    private static readonly string[] OfTerms = ["conflict", "function", "action", "operator", "leftOperand"];

    private static readonly string[] Plain =
    [
        "Policy", "Rule", "ConflictTerm", "perm", "prohibit", "invalid", "Agreement", "Assertion", "Offer", "Privacy", "Request", "Set", "Ticket", "Asset", "AssetCollection", "Party",
        "PartyCollection", "PartyScope", "Action", "Permission", "Prohibition", "Duty", "Constraint", "LogicalConstraint", "Operator", "RightOperand", "rightOperand", "LeftOperand", "unit",
        "status", "eq", "gt", "gteq", "lt", "lteq", "neq", "isA", "hasPart", "isPartOf", "isAllOf", "isAnyOf", "isNoneOf", "or", "xone", "and", "andSequence", "policyUsage",
    ];

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["odrl"] = Iris.Odrl, ["rdf"] = Ns.Rdf, ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#", ["owl"] = "http://www.w3.org/2002/07/owl#", ["skos"] = Ns.Skos,
        ["dct"] = Ns.Dct, ["xsd"] = Ns.Xsd, ["vcard"] = "http://www.w3.org/2006/vcard/ns#", ["foaf"] = "http://xmlns.com/foaf/0.1/", ["schema"] = "http://schema.org/", ["cc"] = Ns.Cc,
    };

    /// <summary>ODRL's context: in force in every document, whether named or not.</summary>
    public static LdContext Default { get; } = new(null, Names());

    /// <summary>The prefixes that ODRL's context declares.</summary>
    public static IReadOnlyDictionary<string, string> StandardPrefixes => Prefixes;

    /// <summary>The names of a published context, or null for one that the reader does not know.</summary>
    public static IReadOnlyDictionary<string, LdName?>? Find(string iri) => iri switch
    {
        Odrl or "https://www.w3.org/ns/odrl.jsonld" or "http://www.w3.org/ns/odrl/2/ODRL22.json" => new Dictionary<string, LdName?>(StringComparer.Ordinal),
        "http://www.w3.org/ns/tdmrep.jsonld" or "https://www.w3.org/ns/tdmrep.jsonld" => Tdm(),
        Profile => new Dictionary<string, LdName?>(StringComparer.Ordinal),
        _ => null,
    };

    private static Dictionary<string, LdName?> Tdm() => new(StringComparer.Ordinal)
    {
        ["mine"] = new(Ns.Tdm + "mine"), ["research"] = new(Ns.Tdm + "research"), ["non-research"] = new(Ns.Tdm + "non-research"),
    };

    private static Dictionary<string, LdName?> Names()
    {
        var names = new Dictionary<string, LdName?>(StringComparer.Ordinal)
        {
            ["uid"] = new("@id"), ["type"] = new("@type"), [Iris.Odrl + "uid"] = new("@id"), ["odrl:uid"] = new("@id"),
            ["rightOperandReference"] = new(Iris.Odrl + "rightOperandReference", "@id"), ["dataType"] = new(Iris.Odrl + "datatype", "@id"),
            ["CreativeWork"] = new("http://schema.org/CreativeWork"), ["tdm"] = new(Ns.Tdm), ["ai"] = new(Iris.Profile), ["clause"] = new(Ns.Clause), ["article"] = new(Ns.Article), ["words"] = new(Ns.Words),
            ["interpretation"] = new(Ns.Interpretation),
        };
        foreach ((string prefix, string start) in Prefixes) names[prefix] = new LdName(start);
        foreach (string name in OfIris) names[name] = new LdName(Iris.Odrl + name, "@id");
        foreach (string name in OfTerms) names[name] = new LdName(Iris.Odrl + name, "@vocab");
        foreach (string name in Plain) names[name] = new LdName(Iris.Odrl + name);
        Coerce(names);
        return names;
    }

    // A prefixed or full name of a property is coerced as its short name is: authors mean the same by both.
    private static void Coerce(Dictionary<string, LdName?> names)
    {
        foreach ((string name, LdName? meaning) in names.ToList())
        {
            if (meaning is not { Coercion: not null } || !meaning.Iri.StartsWith(Iris.Odrl, StringComparison.Ordinal)) continue;
            names.TryAdd("odrl:" + meaning.Iri[Iris.Odrl.Length..], meaning);
            names.TryAdd(meaning.Iri, meaning);
        }
    }
}
