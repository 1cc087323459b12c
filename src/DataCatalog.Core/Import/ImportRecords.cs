using System.Runtime.CompilerServices;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Import;

/// <summary>
/// The one door by which files come in: takes rows in batches, each batch in one transaction, each row with its own outcome. A refused row never spoils
/// its batch. A row that says what the registry says already changes nothing, so sending a file again resumes it.
/// </summary>
/// <param name="db">The registry, on behalf of the one who imports.</param>
/// <param name="clock">The clock.</param>
public sealed class ImportRecords(IRegistryDb db, TimeProvider clock)
{
    private const int BatchBytes = 8 * 1024 * 1024;
    private const int Attempts = 4;

    // In a dry run: what batches before would have made, so that rows that refer to it are not refused.
    private readonly HashSet<(string Kind, string Key)> promised = [];

    /// <summary>Takes the rows; the outcomes of a batch come when the batch is kept. Holds one batch at a time.</summary>
    /// <exception cref="DomainException"><c>forbidden</c>; <c>busy</c> where the registry stays busy: the batches before are kept.</exception>
    public async IAsyncEnumerable<ImportOutcome> RunAsync(
        IAsyncEnumerable<ImportRow> rows, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        var batch = new List<ImportRow>(options.BatchSize);
        int bytes = 0;
        await foreach (ImportRow row in rows.WithCancellation(cancellation))
        {
            if (row.Line < options.From) continue;
            batch.Add(row);
            bytes += row.Bytes;
            if (batch.Count < options.BatchSize && bytes < BatchBytes) continue;
            foreach (ImportOutcome outcome in await TakeAsync(batch, options, cancellation)) yield return outcome;
            batch.Clear();
            bytes = 0;
        }

        if (batch.Count == 0) yield break;
        foreach (ImportOutcome outcome in await TakeAsync(batch, options, cancellation)) yield return outcome;
    }

    private async Task<IReadOnlyList<ImportOutcome>> TakeAsync(List<ImportRow> batch, ImportOptions options, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteAsync(batch, options, cancellation);
            }
            catch (DomainException refusal) when (refusal.Error.Kind is ErrorKind.Unavailable or ErrorKind.Stale && attempt < Attempts)
            {
                // Another writer was faster: read again what is there now.
            }
            finally
            {
                // Without this every row of a long import would stay in memory.
                (db as DbContext)?.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<ImportOutcome>> WriteAsync(List<ImportRow> batch, ImportOptions options, CancellationToken cancellation)
    {
        List<ImportOutcome> outcomes = [];
        try
        {
            return await db.WriteAsync(
                async token =>
                {
                    outcomes.Clear();
                    KnownRows known = await KnownRows.LoadAsync(db, batch.Select(r => r.Item).OfType<ImportItem>(), promised, token);
                    var writer = new BatchWriter(db, known, options.Source, clock);
                    outcomes.AddRange(batch.Select(row => Outcome(writer, row, options.DryRun)));
                    return options.DryRun ? throw new DryRunEnds() : outcomes;
                },
                cancellation);
        }
        catch (DryRunEnds)
        {
            return outcomes;
        }
    }

    private ImportOutcome Outcome(BatchWriter writer, ImportRow row, bool dryRun)
    {
        if (row.Item is not { } item) return new ImportOutcome(row.Line, row.Name, null, null, ImportResult.Rejected, row.Fault, row.Warnings);
        (ImportResult result, ImportNote? error) = Take(writer, item);
        if (dryRun && result == ImportResult.Created && item.Key is { } key) promised.Add((item.Kind, key));
        return new ImportOutcome(row.Line, row.Name, item.Kind, item.Key, result, error, row.Warnings);
    }

    private static (ImportResult Result, ImportNote? Error) Take(BatchWriter writer, ImportItem item)
    {
        try
        {
            return (writer.Take(item), null);
        }
        catch (PromisedException)
        {
            return (ImportResult.Created, null);
        }
        catch (DomainException refusal)
        {
            return (ImportResult.Rejected, ImportNote.Of(refusal));
        }
    }

    private sealed class DryRunEnds : Exception;
}
