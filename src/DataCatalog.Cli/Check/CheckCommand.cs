using System.CommandLine;
using DataCatalog.Cli.Http;

namespace DataCatalog.Cli.Check;

/// <summary>The options that name a question, and the settings they make.</summary>
internal sealed class CheckCommand
{
    private static readonly (string Option, string Name, string Text)[] Names =
    [
        ("--consortium", "Consortium", "Key or id of the consortium; a member's own by default"), ("--model", "Model", "Key or id of the model it is for"), ("--purpose", "Purpose", "IRI or name of the purpose"),
        ("--territory", "Territory", "ISO 3166-1 code of where it is done"), ("--release-licence", "ReleaseLicence", "SPDX identifier of the intended release"),
        ("--at", "At", "Day or instant asked about; now by default"), ("--known-at", "KnownAt", "As known at that day or instant; now by default"),
    ];

    private readonly Argument<string[]> datasets = new("datasets") { Description = "Keys or ids of datasets", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<FileInfo?> from = new("--from-file") { Description = "File with a key or id on each line" };
    private readonly Option<string[]> actions = new("--action") { Description = "train, evaluate, retrieve, generateSynthetic, distil, releaseWeights, offerService, shareWithConsortium, or an IRI", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> openWeights = new("--open-weights") { Description = "The weights shall be published" };
    private readonly Option<bool> service = new("--service") { Description = "A service shall be offered" };
    private readonly Option<string[]> facts = new("--fact") { Description = "What else is known, as name=value" };
    private readonly Option<string[]> done = new("--done") { Description = "Duties that are done, as in obtainConsent" };
    private readonly Option<bool> record = new("--record") { Description = "Record the answer" };
    private readonly Option<bool> mix = new("--mix") { Description = "Ask about all of them together" };
    private readonly Dictionary<string, Option<string?>> texts = Names.ToDictionary(n => n.Name, n => new Option<string?>(n.Option) { Description = n.Text });

    /// <summary>The command that asks.</summary>
    public Command Check(Func<ParseResult, CatalogClient> client, Func<ParseResult, bool> json, TextWriter output)
    {
        var command = new Command("check", "Ask whether datasets may be used. Exit codes: 0 permitted, 1 not permitted, 2 usage, 3 cannot reach, 4 refused");
        AddTo(command);
        command.Options.Add(record);
        command.Options.Add(mix);
        command.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient service = client(parsed);
            return await new CheckUses(service, output).RunAsync(Settings(parsed) with { Json = json(parsed), Mix = parsed.GetValue(mix), Record = parsed.GetValue(record) }, cancellation);
        });
        return command;
    }

    /// <summary>Adds the options of a question.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(datasets);
        foreach (Option option in (Option[])[from, actions, openWeights, service, facts, done, .. texts.Values]) command.Options.Add(option);
    }

    /// <summary>The question.</summary>
    /// <exception cref="CliException">The file of keys cannot be read, or no dataset is named.</exception>
    public CheckSettings Settings(ParseResult parsed)
    {
        string[] named = [.. parsed.GetValue(datasets) ?? [], .. Lines(parsed.GetValue(from))];
        if (named.Length == 0) throw new CliException(ExitCodes.Usage, "Name at least one dataset, or a file of keys with --from-file.");
        return new CheckSettings
        {
            Datasets = named, Actions = parsed.GetValue(actions) ?? [], OpenWeights = parsed.GetValue(openWeights), Service = parsed.GetValue(service),
            Facts = parsed.GetValue(facts) ?? [], Done = parsed.GetValue(done) ?? [], Texts = texts.ToDictionary(t => t.Key, t => parsed.GetValue(t.Value)),
        };
    }

    private static string[] Lines(FileInfo? file)
    {
        if (file is null) return [];
        try
        {
            return [.. File.ReadLines(file.FullName).Select(l => l.Trim()).Where(l => l.Length > 0)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, $"The file of keys cannot be read: {fault.Message}");
        }
    }
}
