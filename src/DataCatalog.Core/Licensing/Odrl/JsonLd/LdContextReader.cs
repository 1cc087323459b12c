using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>Reads <c>@context</c>: published contexts by their IRI, and names declared in place.</summary>
/// <param name="fault">Makes the refusal of a path for a reason.</param>
internal sealed class LdContextReader(Func<string, string, Exception> fault)
{
    private const int DeepestName = 16;

    /// <summary>The context that a value makes within another.</summary>
    public LdContext Read(JsonElement element, LdContext around, string path) => element.ValueKind switch
    {
        JsonValueKind.Null => LdContexts.Default,
        JsonValueKind.String => Published(element.GetString()!, around, path),
        JsonValueKind.Array => element.EnumerateArray().Index().Aggregate(around, (context, part) => Read(part.Item, context, $"{path}/{part.Index}")),
        JsonValueKind.Object => Declared(element, around, path),
        _ => throw fault(path, "a context is the IRI of a published one, or an object of names"),
    };

    private LdContext Published(string iri, LdContext around, string path) => LdContexts.Find(iri) is { } names
        ? new LdContext(around, names) { Vocab = around.Vocab, Base = around.Base, Language = around.Language }
        : throw fault(path, $"the context '{iri}' is not known here and none is fetched; use {LdContexts.Odrl} and declare other prefixes in place");

    private LdContext Declared(JsonElement element, LdContext around, string path)
    {
        var raw = element.EnumerateObject().Where(p => !p.Name.StartsWith('@')).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        foreach (string keyword in element.EnumerateObject().Select(p => p.Name).Where(n => n.StartsWith('@')))
        {
            if (keyword is not ("@vocab" or "@base" or "@language" or "@version")) throw fault($"{path}/{keyword}", $"{keyword} is not supported in a context");
        }

        var names = new Dictionary<string, LdName?>(StringComparer.Ordinal);
        var outer = new LdContext(around, names)
        {
            Vocab = Text(element, "@vocab", path, around.Vocab), Language = Text(element, "@language", path, around.Language), Base = Start(element, path, around.Base),
        };
        foreach (string name in raw.Keys) Define(name, raw, names, outer, path, 0);
        return outer;
    }

    private void Define(string name, Dictionary<string, JsonElement> raw, Dictionary<string, LdName?> names, LdContext outer, string path, int depth)
    {
        if (names.ContainsKey(name)) return;
        string at = $"{path}/{name}";
        if (depth > DeepestName) throw fault(at, "its definition leads through too many others, or back to itself");
        (string? id, JsonElement? coercion, bool list) = Parts(raw[name], at);
        if (id is null)
        {
            names[name] = raw[name].ValueKind == JsonValueKind.Null ? null : outer.Find(name) ?? new LdName(outer.Term(name) ?? throw fault(at, "give it an IRI"));
            return;
        }

        if (Prefix(id) is { } prefix && prefix != name && raw.ContainsKey(prefix)) Define(prefix, raw, names, outer, path, depth + 1);
        else if (id != name && raw.ContainsKey(id)) Define(id, raw, names, outer, path, depth + 1);
        string iri = outer.Term(id) ?? throw fault(at, $"'{id}' is no IRI");
        names[name] = new LdName(iri, coercion is { } type ? Coercion(type, raw, names, outer, path, depth) : outer.Find(iri)?.Coercion, list);
    }

    private string Coercion(JsonElement type, Dictionary<string, JsonElement> raw, Dictionary<string, LdName?> names, LdContext outer, string path, int depth)
    {
        string text = type.ValueKind == JsonValueKind.String ? type.GetString()! : throw fault(path, "@type is @id, @vocab or a data type");
        if (Prefix(text) is { } prefix && raw.ContainsKey(prefix)) Define(prefix, raw, names, outer, path, depth + 1);
        return text is "@id" or "@vocab" ? text : outer.Term(text) ?? throw fault(path, $"'{text}' is no IRI");
    }

    private (string? Id, JsonElement? Coercion, bool List) Parts(JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.Null) return (null, null, false);
        if (value.ValueKind == JsonValueKind.String) return (value.GetString(), null, false);
        if (value.ValueKind != JsonValueKind.Object) throw fault(path, "a name stands for an IRI");
        JsonElement? type = null;
        string? id = null;
        bool list = false;
        foreach (JsonProperty part in value.EnumerateObject())
        {
            switch (part.Name)
            {
                case "@id" when part.Value.ValueKind == JsonValueKind.String: id = part.Value.GetString(); break;
                case "@type": type = part.Value; break;
                case "@container" when part.Value.ValueKind == JsonValueKind.String && part.Value.GetString() is "@set" or "@list": list = part.Value.GetString() == "@list"; break;
                case "@prefix": break;
                default: throw fault($"{path}/{part.Name}", "is not supported in a context");
            }
        }

        return (id, type, list);
    }

    private string? Text(JsonElement element, string keyword, string path, string? otherwise)
    {
        if (!element.TryGetProperty(keyword, out JsonElement value)) return otherwise;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw fault($"{path}/{keyword}", "it is a text"),
        };
    }

    private Uri? Start(JsonElement element, string path, Uri? otherwise)
    {
        if (!element.TryGetProperty("@base", out JsonElement value)) return otherwise;
        if (value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out Uri? start) ? start : throw fault($"{path}/@base", "it is an absolute IRI");
    }

    private static string? Prefix(string name) => name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? name[..colon] : null;
}
