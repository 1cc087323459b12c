using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>"May I …?" as an address has it.</summary>
public sealed record MayQuestion
{
    /// <summary>What can be asked about, in the order of a model's life.</summary>
    public static readonly IReadOnlyList<string> Actions = ["train", "pretrain", "fineTune", "align", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];

    /// <summary>Purposes that can be given.</summary>
    public static readonly IReadOnlyList<string> Purposes = [.. Core.Licensing.Published.Purposes.AllNonCommercial.Append(Core.Licensing.Published.Purposes.Commercial)];

    /// <summary>Places that can be given; the programme's country first.</summary>
    public static readonly IReadOnlyList<string> Territories = ["KR", "US", "JP", "CN", "SG", "VN", "IN", "GB", "FR", "DE"];

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = ["train"];

    /// <summary>By which consortium; null for the viewer's own.</summary>
    public string? Consortium { get; init; }

    /// <summary>For which model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>What for, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where, or null.</summary>
    public string? Territory { get; init; } = "KR";

    /// <summary>Licence of the intended release, or null.</summary>
    public string? Release { get; init; }

    /// <summary>On which day; null for now.</summary>
    public string? On { get; init; }

    /// <summary>What a request asks; null where it asks nothing.</summary>
    public static MayQuestion? Of(HttpRequest request) => !request.Query.ContainsKey("asked") ? null : new MayQuestion
    {
        Chosen = [.. request.Query["may"].OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)],
        Consortium = Given(request, "consortium"), Model = Given(request, "model"), Purpose = Given(request, "purpose"), Territory = Given(request, "territory"), Release = Given(request, "release"), On = Given(request, "on"),
    };

    /// <summary>The question about a dataset. Today is asked about as of now, so that what was recorded today counts.</summary>
    public UseCheckInput About(string dataset, string today) => new()
    {
        Consortium = Consortium, Actions = Chosen, Dataset = dataset, Model = Model, Purpose = Purpose, Territory = Territory, ReleaseLicence = Release, At = On == today ? null : On,
    };

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
