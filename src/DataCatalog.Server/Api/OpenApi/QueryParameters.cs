using System.Text.Json.Nodes;
using Microsoft.OData.Edm;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Writes the query options that a set takes, by its rules.</summary>
internal static class QueryParameters
{
    /// <summary>The options that lists of every set take, as components.</summary>
    public static JsonObject Common => Json.Resource("parameters");

    /// <summary>The options of a list.</summary>
    public static List<JsonObject> OfList(IEdmEntityType type, SetRules rules)
    {
        List<JsonObject> parameters = [Filter(type, rules), OrderBy(type, rules), .. OfOne(type, rules)];
        foreach (string name in (string[])["Count", "Top", "Skip", "SkipToken", "Compute"]) parameters.Add(Json.Reference("parameters", name));
        if (rules.CanSearch) parameters.AddRange(Searching());
        if (rules.Tracks) parameters.Add(Json.Reference("parameters", "DeltaToken"));
        if (rules.Group.Count > 0) parameters.Add(Apply(type, rules));
        parameters.Add(Json.Reference("parameters", "PageSize"));
        return parameters;
    }

    /// <summary>The options of one row.</summary>
    public static List<JsonObject> OfOne(IEdmEntityType type, SetRules rules)
    {
        List<JsonObject> parameters = [Listed("$select", "Properties to answer.", type.StructuralProperties().Select(p => p.Name), 0)];
        string[] expand = [.. rules.Expand.Where(e => type.FindProperty(e.Split('/')[0]) is not null).Select(Nested)];
        if (expand.Length > 0) parameters.Add(Listed("$expand", "Parts to answer with the row; each takes options of its own in parentheses.", expand, 0));
        return parameters;
    }

    /// <summary>The options of a count or of a function over a set.</summary>
    public static List<JsonObject> OfCount(IEdmEntityType type, SetRules rules) =>
        rules.CanSearch ? [Filter(type, rules), .. Searching()] : [Filter(type, rules)];

    private static IEnumerable<JsonObject> Searching() => ((string[])["Search", "May", "On", "Consortium"]).Select(name => Json.Reference("parameters", name));

    private static JsonObject Filter(IEdmEntityType type, SetRules rules)
    {
        string[] closed = [.. rules.NotFilterable.Where(n => type.FindProperty(n) is not null)];
        string text = "Condition on the rows, in the OData expression language." + (closed.Length == 0 ? "" : $" Not by {string.Join(", ", closed)}.");
        string example = type.FindProperty("TitleKo") is not null ? "contains(TitleKo,'말뭉치')" : type.FindProperty("NameKo") is not null ? "contains(NameKo,'한국')" : $"{type.Key().First().Name} ne null";
        return Parameter("$filter", text, new JsonObject { ["type"] = "string" }, example);
    }

    private static JsonObject OrderBy(IEdmEntityType type, SetRules rules)
    {
        IEnumerable<string> keys = type.StructuralProperties().Where(rules.CanSort).Select(p => p.Name);
        return Listed("$orderby", "Order of the rows.", keys.SelectMany(k => (string[])[k, k + " desc"]), 5);
    }

    private static JsonObject Apply(IEdmEntityType type, SetRules rules)
    {
        string[] group = [.. rules.Group.Where(g => type.FindProperty(g) is not null)];
        return Parameter(
            "$apply",
            $"Groups and sums: filter(…), groupby((…),aggregate(…)), aggregate(…). Grouped by {string.Join(", ", group)}.",
            new JsonObject { ["type"] = "string" },
            $"groupby(({group[0]}),aggregate($count as Rows))");
    }

    private static string Nested(string path)
    {
        string[] parts = path.Split('/', 2);
        return parts.Length == 1 ? path : $"{parts[0]}($expand={Nested(parts[1])})";
    }

    private static JsonObject Listed(string name, string text, IEnumerable<string> values, int most)
    {
        var schema = new JsonObject { ["type"] = "array", ["uniqueItems"] = true, ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string", ["enum"] = Json.Texts(values) } };
        if (most > 0) schema["maxItems"] = most;
        return new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = text, ["style"] = "form", ["explode"] = false, ["schema"] = schema };
    }

    private static JsonObject Parameter(string name, string text, JsonObject schema, string example) =>
        new() { ["name"] = name, ["in"] = "query", ["description"] = text, ["schema"] = schema, ["example"] = example };
}
