using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Cli;

/// <summary>How JSON is written.</summary>
internal static class JsonText
{
    /// <summary>On one line, with Korean as it is.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
