using System.Text.Json;
using System.Text.Json.Nodes;
using DataCatalog.Cli.Http;
using Spectre.Console;

namespace DataCatalog.Cli.Import;

/// <summary>Sends files to the service and tells what became of their rows.</summary>
public sealed class ImportFiles(CatalogClient client, TextWriter output, TextWriter errors)
{
    private const int MostShown = 20;
    private readonly Totals totals = new();
    private int shown;

    /// <summary>Sends them.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(ImportSettings settings, CancellationToken cancellation)
    {
        List<string> files = Files(settings.Paths);
        if (settings.From > 1 && files.Count > 1) throw new CliException(ExitCodes.Usage, "--from goes with a single file.");
        await using TextWriter? outcomes = settings.OutcomesFile is null ? null : File.CreateText(settings.OutcomesFile);
        await ProgressAsync(settings, files, async report =>
        {
            foreach (string file in files) await SendAsync(file, settings, outcomes, report, cancellation);
        });
        await output.WriteLineAsync(settings.Json ? totals.Json() : (settings.DryRun ? "dry run: " : "") + totals);
        return totals.Rejected > 0 ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    private async Task SendAsync(string file, ImportSettings settings, TextWriter? outcomes, Action<long> report, CancellationToken cancellation)
    {
        string format = settings.Format ?? FileFormats.Of(file);
        await using FileStream stream = Open(file);
        string query = $"import/{format}?dryRun={(settings.DryRun ? "true" : "false")}&source={Uri.EscapeDataString(Path.GetFileName(file))}";
        if (format is "jsonl" or "csv")
        {
            long before = 0;
            foreach (FilePieces.Piece piece in FilePieces.Of(stream, format == "csv"))
            {
                long from = Math.Max(1, settings.From - piece.LinesBefore);
                string answer = await client.SendAsync(HttpMethod.Post, $"{query}&from={from}", new ByteArrayContent(piece.Bytes), cancellation);
                await TellAsync(file, answer, piece.LinesBefore, settings, outcomes);
                report(piece.Position - before);
                before = piece.Position;
            }

            return;
        }

        string whole = await client.SendAsync(HttpMethod.Post, $"{query}&from={settings.From}", new StreamContent(stream), cancellation);
        await TellAsync(file, whole, 0, settings, outcomes);
        report(new FileInfo(file).Length);
    }

    private async Task TellAsync(string file, string answer, long linesBefore, ImportSettings settings, TextWriter? outcomes)
    {
        bool whole = false;
        foreach (string line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonObject outcome = JsonNode.Parse(line)!.AsObject();
            if (outcome["summary"] is { } summary)
            {
                totals.Add(JsonSerializer.Deserialize<JsonElement>(summary));
                whole = true;
                continue;
            }

            outcome["line"] = outcome["line"]!.GetValue<long>() + linesBefore;
            outcome.Insert(0, "file", Path.GetFileName(file));
            if (outcomes is not null) await outcomes.WriteLineAsync(outcome.ToJsonString(JsonText.Readable));
            if (settings.Json) await output.WriteLineAsync(outcome.ToJsonString(JsonText.Readable));
            else await ShowAsync(outcome);
        }

        if (!whole) throw new CliException(ExitCodes.Unreachable, $"The answer for {file} broke off; send the file again, what was kept stays.");
    }

    private async Task ShowAsync(JsonObject outcome)
    {
        if (outcome["error"] is not { } error || shown > MostShown) return;
        string more = ++shown > MostShown ? "more rows were rejected; --outcomes FILE keeps them all" : $"{outcome["file"]} line {outcome["line"]}: {error["field"]} {error["message"]}";
        await errors.WriteLineAsync(more);
    }

    private async Task ProgressAsync(ImportSettings settings, List<string> files, Func<Action<long>, Task> work)
    {
        if (settings.Json || !ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
        {
            await work(_ => { });
            return;
        }

        await AnsiConsole.Progress().StartAsync(async context =>
        {
            ProgressTask task = context.AddTask("import", maxValue: Math.Max(1, files.Sum(f => new FileInfo(f).Length)));
            await work(bytes =>
            {
                task.Increment(bytes);
                task.Description = $"{totals.In:N0} rows";
            });
        });
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, $"'{file}' cannot be read: {fault.Message}");
        }
    }

    private static List<string> Files(IReadOnlyList<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path)) files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(FileFormats.IsKnown).Order(StringComparer.Ordinal));
            else if (File.Exists(path)) files.Add(path);
            else throw new CliException(ExitCodes.Usage, $"There is no file or folder '{path}'.");
        }

        return files.Count > 0 ? files : throw new CliException(ExitCodes.Usage, "The folders hold no .jsonl, .csv or .json files.");
    }
}
