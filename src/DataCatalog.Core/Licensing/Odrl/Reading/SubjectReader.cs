using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads assets and parties, single or as collections (ODRL 2.2, sections 2.2 and 2.3).</summary>
internal sealed class SubjectReader(ReadingScope reading, AnnotationReader annotations, ConstraintReader constraints)
{
    private const string Source = Iris.Odrl + "source";
    private const string PartOf = Iris.Odrl + "partOf";
    private const string Refinement = Iris.Odrl + "refinement";
    private static readonly HashSet<string> Read = [Source, PartOf, Refinement];
    private static readonly HashSet<string> Types =
        [Iris.Odrl + "Asset", Iris.Odrl + "Party", Iris.Odrl + "AssetCollection", Iris.Odrl + "PartyCollection"];

    /// <summary>The assets or parties of a property.</summary>
    public IReadOnlyList<Subject> All(LdNode owner, string property) => [.. owner.Values(property).Select(One)];

    private Subject One(LdItem item)
    {
        LdNode node = reading.Node(item, "an asset or a party");
        if (node is { IsDefined: false, Id: null }) throw reading.Invalid(item.Path, "an asset or a party has an IRI, or is described");
        if (!node.IsDefined) return Plain(node);
        return reading.Within(node, item.Path, () =>
        {
            string? source = reading.Single(node, Source) is { } from ? reading.Iri(from, "a source") : null;
            bool collection = IsCollection(node, drawn: source is not null || node.Has(Refinement));
            CheckMemberships(node);
            IReadOnlyList<Annotation> rest = annotations.Rest(node, "an asset or a party", Read, Types);
            return new Subject(source ?? node.Iri, collection, constraints.All(node, Refinement))
            {
                Uid = source is not null && source != node.Iri ? node.Iri : null,
                Annotations = node.Has(PartOf) ? [.. rest, new Annotation(PartOf, PartsOf(node))] : rest,
            };
        });
    }

    // What is drawn from a source is drawn from a collection, but where the document says that it is a part of one asset or party.
    private static bool IsCollection(LdNode node, bool drawn) =>
        node.Types.Any(t => t is Iris.Odrl + "AssetCollection" or Iris.Odrl + "PartyCollection") || (drawn && !node.Types.Any(t => t is Iris.Odrl + "Asset" or Iris.Odrl + "Party"));

    private Subject Plain(LdNode node)
    {
        reading.Use(node);
        return new Subject(node.Iri, false, []);
    }

    private string PartsOf(LdNode node) =>
        $"[{string.Join(',', node.Values(PartOf).Select(p => $"{{\"@id\":{LdForm.Quote(reading.Iri(p, "a collection"))}}}").Distinct().Order(StringComparer.Ordinal))}]";

    // Collections that the document puts into one another must not go round in a circle.
    private void CheckMemberships(LdNode start)
    {
        var seen = new HashSet<LdNode>();
        var open = new Stack<LdNode>([start]);
        while (open.TryPop(out LdNode? node))
        {
            foreach (LdItem item in node.Values(PartOf))
            {
                LdNode whole = reading.Node(item, "a collection");
                if (whole == start) throw reading.Invalid(item.Path, "the collection would be a part of itself");
                reading.Count(1, item.Path);
                if (seen.Add(whole)) open.Push(whole);
            }
        }
    }
}
