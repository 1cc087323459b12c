using System.Globalization;
using System.Text.Json;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query.Wrapper;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Answers rows whose shape the query made: groups and computed columns. Written here because the library's writer for them fails
/// on instants once the answer has begun.
/// </summary>
/// <param name="set">Name of the set asked.</param>
/// <param name="rows">The rows, all of them.</param>
public sealed class ShapedRows(string set, IReadOnlyList<object> rows) : ActionResult
{
    /// <inheritdoc/>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        HttpRequest request = context.HttpContext.Request;
        string? publicUrl = context.HttpContext.RequestServices.GetRequiredService<IOptions<CatalogOptions>>().Value.PublicUrl;
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer)) Write(writer, $"{Links.Root(request, publicUrl)}/odata/$metadata#{set}", request.ODataFeature().TotalCount);
        HttpResponse response = context.HttpContext.Response;
        response.ContentType = "application/json; odata.metadata=minimal; charset=utf-8";
        response.Headers["OData-Version"] = "4.0";
        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.HttpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter writer, string address, long? count)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", address);
        if (count is not null) writer.WriteNumber("@odata.count", count.Value);
        writer.WriteStartArray("value");
        foreach (object row in rows) WriteValue(writer, row);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case DynamicTypeWrapper shaped: WriteObject(writer, shaped.Values); break;
            case ISelectExpandWrapper selected: WriteObject(writer, selected.ToDictionary()); break;
            case IDictionary<string, object> nested: WriteObject(writer, nested); break;
            case DateTime instant: writer.WriteStringValue(DateTime.SpecifyKind(instant, DateTimeKind.Utc)); break;
            case Enum name: writer.WriteStringValue(name.ToString()); break;
            case decimal number: writer.WriteRawValue((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType(), JsonBody.Options); break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IDictionary<string, object> properties)
    {
        writer.WriteStartObject();
        foreach ((string name, object? value) in properties)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }
}
