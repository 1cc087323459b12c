using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.Interop.Rows;
using Microsoft.OData.Edm;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>
/// Describes the service in OpenAPI 3.1, from the endpoints that are mapped, the caller's model and the rules of its sets; so a
/// new set or operation is described by being there. Roads beside OData are described in roads.json.
/// </summary>
public static class OpenApiDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="endpoints">All endpoints of the service.</param>
    /// <param name="staff">Whether it is for staff, or for consortium members.</param>
    public static string Write(IEnumerable<Endpoint> endpoints, bool staff)
    {
        JsonObject document = Json.Resource("base");
        document["info"]!["version"] = typeof(OpenApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        JsonObject components = document["components"]!.AsObject();
        ErrorParts.AddTo(components);
        components["parameters"] = QueryParameters.Common;
        IEdmModel model = staff ? EdmModels.Staff : EdmModels.Member;
        new EdmSchemas(model).AddTo(components["schemas"]!.AsObject());
        AddPaths(document, endpoints, model, staff);
        return document.ToJsonString(Json.Written) + "\n";
    }

    private static void AddPaths(JsonObject document, IEnumerable<Endpoint> endpoints, IEdmModel model, bool staff)
    {
        var documentation = XmlDocumentation.Load();
        var operations = new Operations(new InputSchemas(document["components"]!["schemas"]!.AsObject(), documentation), documentation);
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (ODataRoad road in endpoints.OfType<RouteEndpoint>().SelectMany(e => ODataRoad.Of(e, model, staff)))
        {
            if (!paths.TryGetValue(road.Path, out JsonObject? path)) paths[road.Path] = path = [];
            path[road.Method.ToLowerInvariant()] = operations.Of(road);
        }

        foreach ((string path, JsonNode? item) in Roads(staff)) paths[path] = item!.DeepClone().AsObject();
        document["paths"] = new JsonObject(paths.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
        document["tags"] = new JsonArray([.. paths.SelectMany(p => p.Value).SelectMany(o => o.Value!["tags"]!.AsArray()).Select(t => (string)t!)
            .Distinct().Order(StringComparer.Ordinal).Select(t => new JsonObject { ["name"] = t })]);
    }

    private static JsonObject Roads(bool staff)
    {
        JsonObject roads = Json.Resource("roads");
        roads["/import/{format}"]!["post"]!["parameters"]![0]!["schema"]!["enum"] = Json.Texts(ImportFormats.Names);
        if (!staff) roads.Remove("/import/{format}");
        foreach ((string path, JsonNode? item) in roads)
        {
            foreach ((_, JsonNode? operation) in item!.AsObject())
            {
                JsonObject responses = operation!["responses"]!.AsObject();
                bool odata = path.StartsWith("/odata", StringComparison.Ordinal);
                ErrorParts.Refuse(responses, odata, operation["requestBody"] is null ? "" : "400,413,415,422");
            }
        }

        return roads;
    }
}
