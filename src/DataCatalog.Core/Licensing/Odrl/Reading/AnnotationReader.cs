using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Keeps what a node says in other vocabularies, and refuses what it says in ODRL's that is not supported there; where only the form matters, keeps that too.</summary>
internal sealed class AnnotationReader(ReadingScope reading)
{
    private const string TypeKey = "@type";

    /// <summary>What a node says beyond the properties that its reader has read.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for a refusal.</param>
    /// <param name="read">Full IRIs that have been read.</param>
    /// <param name="types">Full IRIs of the types that it may have in ODRL.</param>
    public IReadOnlyList<Annotation> Rest(LdNode node, string what, IReadOnlySet<string> read, IReadOnlySet<string> types)
    {
        bool keep = reading.Strictness == Strictness.Form;
        var rest = new List<Annotation>();
        List<string> foreign = [.. node.Types.Where(t => !types.Contains(t))];
        if (!keep && foreign.Find(IsOurs) is { } wrong) throw reading.Invalid(node.Path + "/@type", $"{what} cannot be of type {wrong}");
        if (foreign.Count > 0) rest.Add(new Annotation(TypeKey, $"[{string.Join(',', foreign.Order(StringComparer.Ordinal).Select(LdForm.Quote))}]"));
        foreach (string property in node.Properties.Where(p => !read.Contains(p)).Order(StringComparer.Ordinal))
        {
            if (!keep && IsOurs(property)) throw reading.Invalid(PathOf(node, property), $"{property} is not supported for {what}");
            rest.Add(new Annotation(property, Json(node.Items(property))));
        }

        reading.Count(rest.Sum(a => 1 + (a.Json.Length / 64)), node.Path);
        return rest;
    }

    /// <summary>A node that nothing refers to, kept as it is.</summary>
    public string Json(LdNode node) => Define(node, []);

    /// <summary>One value of an annotation.</summary>
    public string Json(LdItem item) => Form(item, []);

    private string Json(IEnumerable<LdItem> items) => $"[{string.Join(',', items.Select(i => Form(i, [])).Order(StringComparer.Ordinal))}]";

    private string Form(LdItem item, List<LdNode> within)
    {
        reading.Count(1, item.Path);
        return item switch
        {
            LdList list => $"{{\"@list\":[{string.Join(',', list.Items.Select(i => Form(i, within)))}]}}",
            LdReference { Node.Iri: { } bare } when !bare.Contains(':', StringComparison.Ordinal) && reading.Strictness == Strictness.Terms => throw reading.Invalid(item.Path, $"'{bare}' is no name of ODRL or of the context"),
            LdReference reference when reference.Node.Iri is null || reference.Defines => Inline(reference, within),
            _ => LdForm.Of(item),
        };
    }

    private string Inline(LdReference reference, List<LdNode> within)
    {
        if (within.Contains(reference.Node)) return reference.Node.Iri is null ? throw reading.Invalid(reference.Path, "it leads back to itself") : LdForm.Of(reference);
        reading.Use(reference.Node);
        return Define(reference.Node, [.. within, reference.Node]);
    }

    private string Define(LdNode node, List<LdNode> within)
    {
        string definition = LdForm.Definition(node, i => Form(i, within));
        return node.Iri is not { } iri ? definition : definition.Length == 2 ? $"{{\"@id\":{LdForm.Quote(iri)}}}" : $"{{\"@id\":{LdForm.Quote(iri)},{definition[1..]}";
    }

    // The profile has words of its own that only describe.
    private static bool IsOurs(string iri) =>
        iri is not (Ns.Interpretation or Ns.Note) && (iri.StartsWith(Iris.Odrl, StringComparison.Ordinal) || iri.StartsWith(Iris.Profile, StringComparison.Ordinal));

    private static string PathOf(LdNode node, string property) => node.Items(property) is [var first, ..] ? first.Path : node.Path;
}
