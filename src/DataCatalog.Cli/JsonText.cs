using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Cli;

/// <summary>How JSON and what it holds is written.</summary>
internal static class JsonText
{
    /// <summary>On one line, with Korean as it is.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text without what could steer the terminal: others wrote it.</summary>
    public static string Plain(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
