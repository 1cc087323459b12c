using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads actions, as names or narrowed (ODRL 2.2, section 2.4), and those that the document declares.</summary>
internal sealed class ActionReader(ReadingScope reading, AnnotationReader annotations, ConstraintReader constraints)
{
    private const string Refinement = Iris.Odrl + "refinement";
    private const string IncludedIn = Iris.Odrl + "includedIn";
    private static readonly HashSet<string> Read = [Ns.RdfValue, Refinement];
    private static readonly HashSet<string> OfDeclaration = [IncludedIn, Refinement];
    private static readonly HashSet<string> Types = [Iris.Odrl + "Action"];

    /// <summary>The actions of a property.</summary>
    public IReadOnlyList<RuleAction> All(LdNode owner, string property) => [.. owner.Values(property).Select(One)];

    /// <summary>The action that a node declares, or null where it declares none.</summary>
    public ActionTerm? Declaration(LdNode node)
    {
        if (!node.Has(IncludedIn)) return null;
        if (node.Iri is not { } iri) throw reading.Invalid(node.Path, "a declared action needs an IRI");
        if (reading.Strictness == Strictness.Terms && annotations.Rest(node, "a declared action", OfDeclaration, Types) is [var other, ..]) throw reading.Invalid($"{node.Path}/{other.Property}", "a declared action says what it is included in and nothing else");
        reading.Use(node);
        return new ActionTerm(iri, [.. node.Values(IncludedIn).Select(i => reading.Iri(i, "an action")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private RuleAction One(LdItem item)
    {
        if (item is LdLiteral) return new RuleAction(Known(reading.Iri(item, "an action"), item.Path), []);
        LdNode node = reading.Node(item, "an action");
        if (node.Has(Ns.RdfValue)) return Narrowed(node, item.Path);
        if (node.Iri is not { } iri) throw reading.Invalid(item.Path, "an action is an IRI or short name, or an object with rdf:value");
        if (node.Has(Refinement)) throw reading.Invalid(item.Path, "an action that is narrowed is an object of its own: give the action as its rdf:value, with its refinement beside");
        if (node.Has(IncludedIn) || !node.IsDefined) reading.Use(node);
        else if (reading.Strictness == Strictness.Terms && annotations.Rest(node, "an action", Read, Types) is [var other, ..]) throw reading.Invalid($"{node.Path}/{other.Property}", "is not supported for an action");
        reading.Use(node);
        return new RuleAction(Known(iri, item.Path), []);
    }

    private RuleAction Narrowed(LdNode node, string path) => reading.Within(node, path, () =>
    {
        LdItem value = reading.Single(node, Ns.RdfValue)!;
        string iri = Known(reading.Iri(value, "an action"), value.Path);
        if (value is LdReference named) reading.Use(named.Node);
        return new RuleAction(iri, constraints.All(node, Refinement)) { Uid = node.Iri, Annotations = annotations.Rest(node, "an action", Read, Types) };
    });

    private string Known(string iri, string path)
    {
        if (reading.Vocabulary.Action(iri) is not null || reading.Strictness == Strictness.Form) return iri;
        throw reading.Invalid(path, $"the action '{iri}' is neither known nor declared with odrl:includedIn in the document");
    }
}
