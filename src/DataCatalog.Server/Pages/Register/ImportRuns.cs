using System.Collections.Concurrent;
using System.IO.Pipelines;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;
using DataCatalog.Server.Api.Import;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Pages.Register;

/// <summary>
/// Imports that were begun on pages: they go on while their sender looks at something else, one at a time, through the same door as all imports.
/// Files are kept in the data folder until a day has passed, so that what was tried can be taken without being sent again.
/// </summary>
public sealed class ImportRuns : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<Guid, ImportRun> runs = new();
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly RegistryDbFactory registry;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ILogger<ImportRuns> logger;
    private readonly string root;

    /// <summary>Knows of none yet; what an earlier process left is taken away.</summary>
    public ImportRuns(RegistryDbFactory registry, TimeProvider clock, IOptions<CatalogOptions> options, IHostApplicationLifetime lifetime, ILogger<ImportRuns> logger)
    {
        (this.registry, this.clock, this.lifetime, this.logger) = (registry, clock, lifetime, logger);
        root = Path.Combine(options.Value.Data, "imports");
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    /// <summary>Keeps files and begins to try them: nothing is written.</summary>
    /// <exception cref="DomainException">There are none, or the format of one is not known.</exception>
    public async Task<ImportRun> TryAsync(Actor actor, IReadOnlyList<IFormFile> files, string? format, string? source, CancellationToken cancellation)
    {
        actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        if (files.Count == 0 || files.All(f => f.Length == 0)) throw new DomainException(CommonErrors.Required, "Files", LocalizedText.Of("파일", "Files", "Files", 20));
        string? named = Check.OptionalText(source, "Source", 200);
        string[] formats = [.. files.Select(f => FormatOf(f.FileName, format))];
        Forget();
        string folder = Path.Combine(root, Ids.New(clock).ToString("N"));
        PrivateFolder.Create(folder);
        List<SentFile> kept = [];
        for (int i = 0; i < files.Count; i++)
        {
            string path = Path.Combine(folder, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await using FileStream copy = File.Create(path);
            await files[i].CopyToAsync(copy, cancellation);
            kept.Add(new SentFile(Path.GetFileName(files[i].FileName), formats[i], path, files[i].Length));
        }

        return Begin(actor, folder, kept, dryRun: true, named);
    }

    /// <summary>Begins to take for good what was tried.</summary>
    public ImportRun Take(ImportRun tried, Actor actor)
    {
        actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return Begin(actor, tried.Folder, tried.Files, dryRun: false, tried.Source);
    }

    /// <summary>One that someone may see, or null.</summary>
    public ImportRun? Find(Guid id, Actor actor) => runs.TryGetValue(id, out ImportRun? run) && run.IsOf(actor) ? run : null;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private ImportRun Begin(Actor actor, string folder, IReadOnlyList<SentFile> files, bool dryRun, string? source)
    {
        var run = new ImportRun(Ids.New(clock), actor, folder, files, dryRun, source, clock.GetUtcNow());
        runs[run.Id] = run;
        run.Ended = Task.Run(() => RunAsync(run, lifetime.ApplicationStopping), CancellationToken.None);
        return run;
    }

    private async Task RunAsync(ImportRun run, CancellationToken cancellation)
    {
        try
        {
            await one.WaitAsync(cancellation);
            try
            {
                await ReadAsync(run, cancellation);
            }
            finally
            {
                one.Release();
            }

            run.End(null);
        }
        catch (DomainException refused)
        {
            run.End(refused);
        }
        catch (OperationCanceledException)
        {
            run.End(new DomainException(CommonErrors.Busy));
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Import {Id} broke off", run.Id);
            run.End(ErrorWriter.RefusalOf(exception));
        }
    }

    private async Task ReadAsync(ImportRun run, CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(run.Owner);
        var import = new ImportRecords(db, clock);
        await using FileStream all = File.Create(run.Outcomes);
        PipeWriter pipe = PipeWriter.Create(all);
        await using var writer = new OutcomeWriter(pipe);
        var summary = new ImportSummary();
        long before = 0;
        foreach (SentFile file in run.Files)
        {
            await using FileStream body = File.OpenRead(file.Path);
            IAsyncEnumerable<ImportRow> rows = ImportFormats.Reader(file.Format)!.ReadAsync(body, cancellation);
            await foreach (ImportOutcome outcome in import.RunAsync(rows, new ImportOptions { DryRun = run.DryRun, Source = run.Source ?? file.Name }, cancellation))
            {
                summary.Count(outcome);
                Measures.RowImported(outcome.Result.ToString());
                run.Count(file, outcome, before + body.Position);
                await writer.WriteAsync(outcome, cancellation);
            }

            before += file.Bytes;
        }

        await writer.WriteAsync(summary, cancellation);
        await pipe.CompleteAsync();
    }

    private void Forget()
    {
        foreach (ImportRun old in runs.Values.Where(r => r.IsOver && r.BegunAt < clock.GetUtcNow() - Kept))
        {
            runs.TryRemove(old.Id, out _);
            if (!runs.Values.Any(r => r.Folder == old.Folder) && Directory.Exists(old.Folder)) Directory.Delete(old.Folder, recursive: true);
        }
    }

    // By its name, as the command line does.
    private static string FormatOf(string name, string? chosen)
    {
        string format = !string.IsNullOrEmpty(chosen) ? chosen : Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => "jsonl",
            ".csv" => "csv",
            ".json" => Path.GetFileName(name).Equals("programme.json", StringComparison.OrdinalIgnoreCase) ? "programme" : "data-provenance",
            _ => "",
        };
        return ImportFormats.Reader(format) is not null ? format : throw FormValue.Unreadable(name, "Format", "파일 형식", "file format", "형식을 고르세요", "choose the format");
    }
}
