using System.CommandLine;
using DataCatalog.Cli.Check;
using DataCatalog.Cli.Clear;
using DataCatalog.Cli.Http;
using DataCatalog.Cli.Import;
using DataCatalog.Cli.Search;

namespace DataCatalog.Cli;

/// <summary>The command <c>catalog</c>.</summary>
public static class CatalogCommand
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    private static readonly Option<string?> Address = new("--url") { Description = $"The service's address (environment: DATACATALOG_URL; default {DefaultAddress})", Recursive = true };

    private static readonly Option<FileInfo?> KeyFile = new("--key-file") { Description = "File that holds the API key (environment: DATACATALOG_KEY holds the key itself)", Recursive = true };

    private static readonly Option<bool> Json = new("--json") { Description = "Write JSON Lines for machines", Recursive = true };

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var root = new RootCommand("Imports into, searches and asks the catalogue over HTTP. Exit codes: 0 done or permitted, 1 some rows rejected or not permitted, 2 usage, 3 cannot reach, 4 refused.")
        {
            Address, KeyFile, Json, ImportCommand(output, errors), SearchCommand(output),
            new CheckCommand().Check(Client, parsed => parsed.GetValue(Json), output), ClearCommands.Clear(Client, output), ClearCommands.Verify(parsed => parsed.GetValue(Json), output), ClearCommands.Keys(Client, output),
        };
        ParseResult parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
        try
        {
            int code = await parsed.InvokeAsync(configuration, cancellation);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (CliException end)
        {
            await errors.WriteLineAsync(end.Message);
            return end.ExitCode;
        }
    }

    private static Command ImportCommand(TextWriter output, TextWriter errors)
    {
        var files = new Argument<string[]>("files") { Description = "Files, or folders whose files are taken in order", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format") { Description = "jsonl, csv, data-provenance or programme; by default what the file name says" };
        format.AcceptOnlyFromAmong([.. FileFormats.All]);
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen and write nothing" };
        var outcomes = new Option<FileInfo?>("--outcomes") { Description = "Write the outcome of each row to this file, as JSON Lines" };
        var from = new Option<long>("--from") { Description = "First line or record to take, of a single file", DefaultValueFactory = _ => 1 };
        var command = new Command("import", "Import files; sending a file again resumes it and changes nothing twice") { files, format, dryRun, outcomes, from };
        command.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient client = Client(parsed);
            var options = new ImportSettings(
                parsed.GetRequiredValue(files), parsed.GetValue(format), parsed.GetValue(dryRun), parsed.GetValue(outcomes)?.FullName, parsed.GetValue(from), parsed.GetValue(Json));
            return await new ImportFiles(client, output, errors).RunAsync(options, cancellation);
        });
        return command;
    }

    private static Command SearchCommand(TextWriter output)
    {
        var words = new Argument<string[]>("words") { Description = "Words, \"phrases\", prefix*, -not, OR", Arity = ArgumentArity.OneOrMore };
        var top = new Option<int>("--top") { Description = "How many hits", DefaultValueFactory = _ => 20 };
        var facets = new Option<bool>("--facets") { Description = "Count the hits by modality, language, provider and so on" };
        var command = new Command("search", "Search datasets in Korean or English") { words, top, facets };
        command.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient client = Client(parsed);
            var settings = new SearchSettings(string.Join(' ', parsed.GetRequiredValue(words)), parsed.GetValue(top), parsed.GetValue(facets), parsed.GetValue(Json));
            return await new SearchDatasets(client, output).RunAsync(settings, cancellation);
        });
        return command;
    }

    private static CatalogClient Client(ParseResult parsed)
    {
        string address = parsed.GetValue(Address) ?? Environment.GetEnvironmentVariable("DATACATALOG_URL") ?? DefaultAddress;
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new CliException(ExitCodes.Usage, $"'{address}' is not a web address; write it whole, as in {DefaultAddress}.");
        }

        return new CatalogClient(uri, Key(parsed.GetValue(KeyFile)));
    }

    // Never on the command line: other users of the machine can read those.
    private static string? Key(FileInfo? file)
    {
        if (file is null) return Environment.GetEnvironmentVariable("DATACATALOG_KEY")?.Trim();
        try
        {
            return File.ReadAllText(file.FullName).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, $"The key file cannot be read: {fault.Message}");
        }
    }
}
