using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataCatalog.Cli.Check;

/// <summary>What the user asks of the use-check.</summary>
public sealed record CheckSettings
{
    /// <summary>Keys or ids of the datasets.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>The actions.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Texts of the question by their names in the API; null for those not given.</summary>
    public IReadOnlyDictionary<string, string?> Texts { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether weights shall be published.</summary>
    public bool OpenWeights { get; init; }

    /// <summary>Whether a service shall be offered.</summary>
    public bool Service { get; init; }

    /// <summary>Other facts, as in <c>industry=education</c>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Duties that are done.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>Whether the answer is recorded.</summary>
    public bool Record { get; init; }

    /// <summary>Whether several datasets are one mix.</summary>
    public bool Mix { get; init; }

    /// <summary>For machines.</summary>
    public bool Json { get; init; }

    /// <summary>The question as the API takes it.</summary>
    /// <exception cref="CliException">A fact is not written as name=value.</exception>
    public string Body()
    {
        var body = new JsonObject { [nameof(Datasets)] = Each(Datasets), [nameof(Actions)] = Each(Actions) };
        foreach ((string name, string? text) in Texts) if (text is not null) body[name] = text;
        if (OpenWeights) body[nameof(OpenWeights)] = true;
        if (Service) body[nameof(Service)] = true;
        if (Record) body[nameof(Record)] = true;
        if (Done.Count > 0) body["DutiesDone"] = Each(Done);
        if (Facts.Count > 0) body[nameof(Facts)] = new JsonArray([.. Facts.Select(Fact).GroupBy(f => f.Name).Select(g => (JsonNode)new JsonObject { ["Name"] = g.Key, ["Values"] = Each([.. g.Select(f => f.Value)]) })]);
        return body.ToJsonString(JsonText.Readable);
    }

    private static (string Name, string Value) Fact(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and int at
        ? (text[..at], text[(at + 1)..])
        : throw new CliException(ExitCodes.Usage, string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a fact; write it as name=value."));

    private static JsonArray Each(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
