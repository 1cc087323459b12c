using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>How long a JSON document is without white space.</summary>
internal static class CompactSize
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its bytes in UTF-8.</summary>
    public static long Of(JsonElement element)
    {
        using var writer = new Utf8JsonWriter(Stream.Null, Options);
        element.WriteTo(writer);
        writer.Flush();
        return writer.BytesCommitted;
    }
}
