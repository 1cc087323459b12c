using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataCatalog.Core.Import;

namespace DataCatalog.Server.Api.Import;

/// <summary>Writes outcomes as JSON Lines, and waits where the reader is slow.</summary>
internal sealed class OutcomeWriter(PipeWriter output) : IAsyncDisposable
{
    private const int FlushBytes = 32 * 1024;

    // The answer is JSON, never part of a page: Korean stays readable.
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private bool begun;

    /// <summary>Writes one outcome.</summary>
    public async ValueTask WriteAsync(ImportOutcome outcome, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteNumber("line", outcome.Line);
        WriteText("name", outcome.Name);
        WriteText("kind", outcome.Kind);
        WriteText("key", outcome.Key);
        json.WriteString("result", Name(outcome.Result));
        if (outcome.Error is { } error) WriteNote("error", error);
        WriteWarnings(outcome.Warnings);
        json.WriteEndObject();
        await EndLineAsync(FlushBytes, cancellation);
    }

    /// <summary>Writes the numbers, which end the answer.</summary>
    public async ValueTask WriteAsync(ImportSummary summary, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteNumber("in", summary.In);
        json.WriteNumber("created", summary.Created);
        json.WriteNumber("updated", summary.Updated);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("rejected", summary.Rejected);
        json.WriteEndObject();
        json.WriteEndObject();
        await EndLineAsync(0, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // An answer that broke off must not be ended as if it were whole.
        json.Reset();
        return ValueTask.CompletedTask;
    }

    private static string Name(ImportResult result) => result switch
    {
        ImportResult.Created => "created",
        ImportResult.Updated => "updated",
        ImportResult.Unchanged => "unchanged",
        _ => "rejected",
    };

    private void WriteText(string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private void WriteWarnings(IReadOnlyList<ImportNote> warnings)
    {
        if (warnings.Count == 0) return;
        json.WriteStartArray("warnings");
        foreach (ImportNote warning in warnings) WriteNote(null, warning);
        json.WriteEndArray();
    }

    private void WriteNote(string? name, ImportNote note)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("code", note.Code);
        WriteText("field", note.Field);
        json.WriteString("message", note.En);
        json.WriteString("messageKo", note.Ko);
        json.WriteEndObject();
    }

    private async ValueTask EndLineAsync(int flushFrom, CancellationToken cancellation)
    {
        json.Flush();
        json.Reset();
        output.Write("\n"u8);
        // The first line begins the answer at once: a refusal after it cuts the connection and is never mixed into the lines.
        if (begun && output.UnflushedBytes < flushFrom) return;
        begun = true;
        await output.FlushAsync(cancellation);
    }
}
