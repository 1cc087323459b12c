using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>
/// Expands JSON-LD 1.1 into the graph that it writes, as far as policies need it: keywords and their aliases, contexts, nested nodes, references, sets and
/// lists. What it does not know it refuses with its path; nothing is left out.
/// </summary>
public sealed class LdReader
{
    private const int MostIri = 2000;
    private readonly Func<string, string, Exception> fault;
    private readonly LdContextReader contexts;
    private readonly Dictionary<string, LdNode> nodes = new(StringComparer.Ordinal);
    private readonly List<LdNode> top = [];

    private LdReader(Func<string, string, Exception> fault) => (this.fault, contexts) = (fault, new LdContextReader(fault));

    /// <summary>Reads a document.</summary>
    /// <param name="root">The document; its depth must be bounded already (see <see cref="JsonShape"/>).</param>
    /// <param name="fault">Makes the refusal of a path for a reason.</param>
    /// <returns>The nodes at its top, or of its <c>@graph</c>, in order.</returns>
    public static IReadOnlyList<LdNode> Read(JsonElement root, Func<string, string, Exception> fault)
    {
        var reader = new LdReader(fault);
        reader.Top(root, LdContexts.Default, "");
        return reader.top;
    }

    /// <summary>Expands the value of one property by the names that are always known.</summary>
    internal static IReadOnlyList<LdItem> Value(JsonElement value, Func<string, string, Exception> fault)
    {
        var items = new List<LdItem>();
        new LdReader(fault).Add(items, value, null, LdContexts.Default, "");
        return items;
    }

    private void Top(JsonElement element, LdContext context, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach ((int index, JsonElement item) in element.EnumerateArray().Index()) Top(item, context, $"{path}/{index}");
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) throw fault(path, "a document is an object, or an array of objects");
        context = Context(element, context, path);
        if (element.TryGetProperty("@graph", out JsonElement graph))
        {
            if (element.EnumerateObject().FirstOrDefault(p => p.Name is not ("@graph" or "@context")) is { Value.ValueKind: not JsonValueKind.Undefined } other)
            {
                throw fault($"{path}/{other.Name}", "nothing but @context may stand beside @graph");
            }

            Top(graph, context, path + "/@graph");
            return;
        }

        LdNode node = Node(element, context, path);
        if (!top.Contains(node)) top.Add(node);
    }

    private LdContext Context(JsonElement element, LdContext context, string path) =>
        element.TryGetProperty("@context", out JsonElement own) ? contexts.Read(own, context, path + "/@context") : context;

    private LdNode Node(JsonElement element, LdContext context, string path)
    {
        string? id = null;
        var types = new List<string>();
        var properties = new Dictionary<string, List<LdItem>>(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string at = $"{path}/{property.Name}";
            string name = context.Term(property.Name) ?? throw fault(at, $"'{property.Name}' is no name of ODRL or of the context; use a declared prefix or a full IRI");
            switch (name)
            {
                case "@context": break;
                case "@id":
                    string own = Id(property.Value, context, at);
                    id = id is null || id == own ? own : throw fault(at, "the node is given two IRIs");
                    break;
                case "@type": types.AddRange(Types(property.Value, context, at)); break;
                case Ns.Included: Included(property.Value, context, at); break;
                case ['@', ..]: throw fault(at, $"{name} is not supported here");
                default:
                    if (!properties.TryGetValue(name, out List<LdItem>? items)) properties[name] = items = [];
                    LdName? meaning = context.Find(property.Name) ?? context.Find(name);
                    AddProperty(items, property.Value, meaning, context, at);
                    break;
            }
        }

        LdNode node = Named(id, path);
        node.Define(path, types, properties.Where(p => p.Value.Count > 0).ToDictionary(StringComparer.Ordinal));
        return node;
    }

    private void AddProperty(List<LdItem> items, JsonElement value, LdName? meaning, LdContext context, string path)
    {
        if (meaning is not { IsList: true } || value.ValueKind == JsonValueKind.Object)
        {
            Add(items, value, meaning?.Coercion, context, path);
            return;
        }

        var entries = new List<LdItem>();
        Add(entries, value, meaning.Coercion, context, path);
        items.Add(new LdList(path, entries));
    }

    private void Included(JsonElement value, LdContext context, string path)
    {
        foreach ((JsonElement item, string at) in Each(value, path))
        {
            if (item.ValueKind != JsonValueKind.Object) throw fault(at, "an included node is an object");
            LdNode node = Node(item, Context(item, context, at), at);
            if (!top.Contains(node)) top.Add(node);
        }
    }

    private void Add(List<LdItem> items, JsonElement value, string? coercion, LdContext context, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null: break;
            case JsonValueKind.Array:
                foreach ((int index, JsonElement item) in value.EnumerateArray().Index()) Add(items, item, coercion, context, $"{path}/{index}");
                break;
            case JsonValueKind.Object: AddObject(items, value, coercion, Context(value, context, path), path); break;
            case JsonValueKind.String when coercion is "@id" or "@vocab": items.Add(new LdReference(path, Named(Iri(value.GetString()!, coercion, context, path), path))); break;
            case JsonValueKind.String: items.Add(new LdLiteral(path, value.GetString()!, value.ValueKind, coercion, coercion is null ? context.Language : null, context)); break;
            default: items.Add(new LdLiteral(path, value.GetRawText(), value.ValueKind, coercion is "@id" or "@vocab" ? null : coercion, null, context)); break;
        }
    }

    private void AddObject(List<LdItem> items, JsonElement value, string? coercion, LdContext context, string path)
    {
        if (Keyword(value, "@value") is { } literal)
        {
            if (Literal(value, literal, context, path) is { } item) items.Add(item);
        }
        else if (Keyword(value, "@list") is { } list)
        {
            Alone(value, "@list", path);
            var entries = new List<LdItem>();
            Add(entries, list, coercion, context, path + "/@list");
            items.Add(new LdList(path, entries));
        }
        else if (Keyword(value, "@set") is { } set)
        {
            Alone(value, "@set", path);
            Add(items, set, coercion, context, path + "/@set");
        }
        else
        {
            items.Add(new LdReference(path, Node(value, context, path), value.EnumerateObject().Any(p => context.Term(p.Name) is not ("@id" or "@context"))) { IsObject = true });
        }
    }

    private LdLiteral? Literal(JsonElement owner, JsonElement value, LdContext context, string path)
    {
        string? type = null;
        string? language = null;
        foreach (JsonProperty part in owner.EnumerateObject())
        {
            switch (context.Term(part.Name))
            {
                case "@value" or "@context": break;
                case "@type" when part.Value.ValueKind == JsonValueKind.String:
                    type = context.Term(part.Value.GetString()!) ?? throw fault($"{path}/{part.Name}", "the data type is no IRI");
                    break;
                case "@language" when part.Value.ValueKind == JsonValueKind.String: language = part.Value.GetString(); break;
                default: throw fault($"{path}/{part.Name}", "beside @value only @type and @language may stand, each with a text");
            }
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => new LdLiteral(path, value.GetString()!, value.ValueKind, type, language, context),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new LdLiteral(path, value.GetRawText(), value.ValueKind, type, language, context),
            _ => throw fault(path + "/@value", "a literal is a text, a number, true or false"),
        };
    }

    private static JsonElement? Keyword(JsonElement owner, string keyword) => owner.TryGetProperty(keyword, out JsonElement value) ? value : null;

    private void Alone(JsonElement owner, string keyword, string path)
    {
        if (owner.EnumerateObject().FirstOrDefault(p => p.Name != keyword && p.Name != "@context") is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            throw fault($"{path}/{other.Name}", $"nothing may stand beside {keyword}");
        }
    }

    private IEnumerable<string> Types(JsonElement value, LdContext context, string path) => Each(value, path).Select(t => t.Item.ValueKind == JsonValueKind.String
        ? context.Term(t.Item.GetString()!) ?? throw fault(t.Path, $"'{t.Item.GetString()}' is no type of ODRL or of the context")
        : throw fault(t.Path, "a type is an IRI or a name"));

    private string Id(JsonElement value, LdContext context, string path) => value.ValueKind switch
    {
        JsonValueKind.String => Iri(value.GetString()!, "@id", context, path),
        JsonValueKind.Object when value.EnumerateObject().ToList() is [{ Name: "@id", Value.ValueKind: JsonValueKind.String } only] => Iri(only.Value.GetString()!, "@id", context, path),
        _ => throw fault(path, "a uid is an IRI"),
    };

    // Bare names stand for vocabulary terms even where an IRI is expected: {"@id":"use"}.
    private string Iri(string text, string coercion, LdContext context, string path)
    {
        string? iri = coercion == "@vocab" ? context.Term(text) ?? context.Id(text) : context.Id(text);
        iri ??= coercion == "@vocab" ? text : OdrlVocabulary.Default.Resolve(text);
        return iri is not null && iri.Length is > 0 and <= MostIri && !iri.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"') && !iri.StartsWith('@')
            ? iri
            : throw fault(path, $"'{Excerpt(text)}' is no absolute IRI");
    }

    private static string Excerpt(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private LdNode Named(string? id, string path)
    {
        if (id is null) return new LdNode(null, path);
        if (!nodes.TryGetValue(id, out LdNode? node)) nodes[id] = node = new LdNode(id, path);
        return node;
    }

    private static IEnumerable<(JsonElement Item, string Path)> Each(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, index) => (item, $"{path}/{index}")) : [(value, path)];
}
