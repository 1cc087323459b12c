using System.Text.Json.Nodes;
using Microsoft.OData.Edm;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Writes what a road of the OData service takes and answers.</summary>
internal sealed class Operations(InputSchemas inputs, XmlDocumentation documentation)
{
    /// <summary>The operation of a road.</summary>
    public JsonObject Of(ODataRoad road)
    {
        string id = $"{road.Controller}.{road.Action.Name}{(road.Count ? ".Count" : "")}";
        var operation = new JsonObject { ["operationId"] = id, ["tags"] = Json.Texts([Tag(road)]) };
        if (Summary(road) is { } summary) operation["summary"] = summary;
        operation["parameters"] = new JsonArray([.. road.Keys.Select(Key), .. Parameters(road)]);
        if (Body(road) is { } body) operation["requestBody"] = body;
        JsonObject responses = Answers(road);
        ErrorParts.Refuse(responses, odata: true, Refusals(road));
        operation["responses"] = responses;
        return operation;
    }

    private static string Tag(ODataRoad road) => road.Set is null && road.Operation is null ? "Service" : road.Path.Split('/')[2].Split('(')[0];

    private string? Summary(ODataRoad road) => road switch
    {
        { Count: true } => "Counts them.",
        { Set: null, Operation: null } => road.Path.EndsWith("$metadata", StringComparison.Ordinal) ? "The model, as CSDL." : "The sets there are.",
        _ => documentation.OfMethod(road.Action),
    };

    private static JsonNode Key((string Name, IEdmTypeReference Type) key) =>
        new JsonObject { ["name"] = key.Name, ["in"] = "path", ["required"] = true, ["description"] = "Identity of the row.", ["schema"] = EdmSchemas.Of(key.Type) };

    private static List<JsonObject> Parameters(ODataRoad road) => road switch
    {
        { Type: null } => [],
        { Count: true } => QueryParameters.OfCount(road.Type, new SetRules([]) { NotFilterable = SetRules.Of(road.Set!).NotFilterable }),
        { Operation: IEdmFunction } => QueryParameters.OfCount(road.Type, SetRules.Of(road.Set!)),
        { Method: "GET", Many: true } => QueryParameters.OfList(road.Type, SetRules.Of(road.Set!)),
        { Method: "GET" } => QueryParameters.OfOne(road.Type, SetRules.Of(road.Set!)),
        { Operation: not null } => [Json.Reference("parameters", "IfMatchOptional"), Json.Reference("parameters", "Return")],
        { Method: "POST" } => [Json.Reference("parameters", "Return")],
        { Method: "DELETE" } => [Json.Reference("parameters", "IfMatch")],
        _ => [Json.Reference("parameters", "IfMatch"), Json.Reference("parameters", "Return")],
    };

    private JsonObject? Body(ODataRoad road)
    {
        JsonObject? schema = road switch
        {
            { Operation: IEdmAction action } => OfAction(action),
            { Method: "POST", Type: not null } => inputs.ToMake(road.Type.Name),
            { Method: "PATCH", Type: not null } => inputs.ToChange(road.Type.Name),
            _ => null,
        };
        return schema is null ? null : new JsonObject { ["required"] = road.Operation is null, ["content"] = Json.Content("application/json", schema) };
    }

    private static JsonObject? OfAction(IEdmAction action)
    {
        IEdmOperationParameter[] parameters = [.. action.Parameters.Skip(action.IsBound ? 1 : 0)];
        if (parameters.Length == 0) return null;
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject([.. parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)EdmSchemas.Of(p.Type)))]), ["additionalProperties"] = false };
        return schema;
    }

    private static JsonObject Answers(ODataRoad road) => road switch
    {
        { Count: true } => Answer("200", "How many.", "text/plain", new JsonObject { ["type"] = "integer" }),
        { Set: null, Operation: null } when road.Path.EndsWith("$metadata", StringComparison.Ordinal) => Answer("200", "The model.", "application/xml", new JsonObject { ["type"] = "string" }),
        { Set: null, Operation: null } => Answer("200", "The sets.", "application/json", new JsonObject { ["type"] = "object" }),
        { Operation: not null } => OfOperation(road.Operation),
        { Method: "GET", Many: true } => Answer("200", "The rows.", "application/json", Rows(Json.Schema(road.Type!.Name))),
        { Method: "GET" } => Tagged(Answer("200", "The row.", "application/json", Json.Schema(road.Type!.Name)), "200"),
        { Method: "POST" } => Minimal(Tagged(Answer("201", "The row that was made.", "application/json", Json.Schema(road.Type!.Name)), "201")),
        { Method: "DELETE" } => new JsonObject { ["204"] = new JsonObject { ["description"] = "It is gone." } },
        _ => Minimal(Tagged(Answer("200", "The row as it is now.", "application/json", Json.Schema(road.Type!.Name)), "200")),
    };

    private static JsonObject OfOperation(IEdmOperation operation)
    {
        if (operation.GetReturn()?.Type is not { } type) return new JsonObject { ["204"] = new JsonObject { ["description"] = "Done." } };
        JsonObject schema = type.IsCollection() ? Rows(EdmSchemas.Of(type.AsCollection().ElementType())) : EdmSchemas.Of(type);
        JsonObject answer = Answer("200", "What it comes to.", "application/json", schema);
        return operation is IEdmAction && type.IsEntity() ? Minimal(answer) : answer;
    }

    private static JsonObject Rows(JsonObject row) => new()
    {
        ["type"] = "object",
        ["required"] = Json.Texts(["value"]),
        ["properties"] = new JsonObject
        {
            ["@odata.context"] = new JsonObject { ["type"] = "string" },
            ["@odata.count"] = new JsonObject { ["type"] = "integer", ["format"] = "int64" },
            ["@odata.nextLink"] = new JsonObject { ["type"] = "string", ["description"] = "Address of the page after this one." },
            ["@odata.deltaLink"] = new JsonObject { ["type"] = "string", ["description"] = "Address at which later changes can be read, where the caller asked to track them." },
            ["value"] = new JsonObject { ["type"] = "array", ["items"] = row },
        },
    };

    private static JsonObject Answer(string status, string text, string mediaType, JsonObject schema) =>
        new() { [status] = new JsonObject { ["description"] = text, ["content"] = Json.Content(mediaType, schema) } };

    private static JsonObject Tagged(JsonObject answers, string status)
    {
        answers[status]!["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "State of the row, where it has one.", ["schema"] = new JsonObject { ["type"] = "string" } } };
        return answers;
    }

    private static JsonObject Minimal(JsonObject answers)
    {
        answers["204"] = new JsonObject { ["description"] = "Done; the caller prefers no body." };
        return answers;
    }

    private static string Refusals(ODataRoad road) => road.Method switch
    {
        "GET" => "400,422",
        "POST" when road.Operation is null => "400,409,413,415,422",
        "DELETE" => "400,409,412,428",
        _ => "400,409,412,413,415,422,428",
    };
}
