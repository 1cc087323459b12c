using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Import;

/// <summary>One row of a file: what it asks for, or why it cannot be read.</summary>
/// <param name="Line">Its line, or its place where the format has no lines; counted from 1.</param>
/// <param name="Name">The name under which its file knows it, or null.</param>
/// <param name="Item">What it asks for; null where it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null where it can.</param>
/// <param name="Warnings">What of it could not be kept.</param>
/// <param name="Bytes">Its size in the file.</param>
public sealed record ImportRow(long Line, string? Name, ImportItem? Item, ImportNote? Fault, IReadOnlyList<ImportNote> Warnings, int Bytes)
{
    /// <summary>A row that was read.</summary>
    public static ImportRow Of(long line, string? name, ImportItem item, int bytes, IReadOnlyList<ImportNote>? warnings = null) =>
        new(line, name, item, null, warnings ?? [], bytes);

    /// <summary>A row that cannot be read.</summary>
    public static ImportRow Unreadable(long line, string? name, ImportNote fault, int bytes) => new(line, name, null, fault, [], bytes);
}

/// <summary>A sentence about a row, in both languages.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Path of the field, or null.</param>
/// <param name="En">In English.</param>
/// <param name="Ko">In Korean.</param>
public sealed record ImportNote(string Code, string? Field, string En, string Ko)
{
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko");

    /// <summary>The sentence of an error.</summary>
    public static ImportNote Of(ErrorCode error, string? field, params object[] arguments) => Of(new DomainException(error, field, arguments));

    /// <summary>The sentence of a refusal.</summary>
    public static ImportNote Of(DomainException refusal) => new(refusal.Error.Code, refusal.Field, refusal.Message, refusal.MessageIn(Korean));
}

/// <summary>What became of a row.</summary>
public enum ImportResult
{
    /// <summary>It is new in the registry.</summary>
    Created,

    /// <summary>It was there and has changed.</summary>
    Updated,

    /// <summary>The registry says the same already; nothing was written.</summary>
    Unchanged,

    /// <summary>It was refused; nothing of it was written.</summary>
    Rejected,
}

/// <summary>What became of a row, and why.</summary>
/// <param name="Line">Its line or place.</param>
/// <param name="Name">The name under which its file knows it, or null.</param>
/// <param name="Kind">dataset, organisation, licence, …; null where not readable.</param>
/// <param name="Key">The key or number under which the registry knows it; null where not readable.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Error">Why it was rejected; null where it was not.</param>
/// <param name="Warnings">What of it could not be kept.</param>
public sealed record ImportOutcome(
    long Line, string? Name, string? Kind, string? Key, ImportResult Result, ImportNote? Error, IReadOnlyList<ImportNote> Warnings);

/// <summary>How an import is to run.</summary>
public sealed record ImportOptions
{
    /// <summary>Rows written in one transaction: 500.</summary>
    public const int DefaultBatchSize = 500;

    /// <summary>Says what would happen and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Most rows in one transaction; a batch is closed early when its rows reach 8 MiB.</summary>
    public int BatchSize { get; init; } = DefaultBatchSize;

    /// <summary>Where the rows come from, for the audit log; null where not said.</summary>
    public string? Source { get; init; }

    /// <summary>First line to take; rows before it are passed over and not counted.</summary>
    public long From { get; init; } = 1;
}

/// <summary>The numbers of an import: those out make up those in.</summary>
public sealed class ImportSummary
{
    /// <summary>Rows read.</summary>
    public long In { get; private set; }

    /// <summary>Rows new in the registry.</summary>
    public long Created { get; private set; }

    /// <summary>Rows that changed.</summary>
    public long Updated { get; private set; }

    /// <summary>Rows the registry knew as they are.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Rows refused.</summary>
    public long Rejected { get; private set; }

    /// <summary>Counts an outcome.</summary>
    public void Count(ImportOutcome outcome)
    {
        In++;
        switch (outcome.Result)
        {
            case ImportResult.Created: Created++; break;
            case ImportResult.Updated: Updated++; break;
            case ImportResult.Unchanged: Unchanged++; break;
            default: Rejected++; break;
        }
    }
}
