using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Server.Pages.Models;

/// <summary>What is asked of a release: how it is planned, and which datasets come to those that went into the model, or are left out.</summary>
public sealed class ReleaseQuestion
{
    /// <summary>Whether weights shall be published.</summary>
    public bool Weights { get; set; }

    /// <summary>Whether a service shall be offered.</summary>
    public bool Service { get; set; }

    /// <summary>SPDX identifier of the release, or blank.</summary>
    public string? ReleaseLicence { get; set; }

    /// <summary>The day of the release; today where blank.</summary>
    public string? At { get; set; }

    /// <summary>Where it is done, an ISO 3166-1 code.</summary>
    public string? Territory { get; set; }

    /// <summary>What for: a short name or an IRI.</summary>
    public string? Purpose { get; set; }

    /// <summary>Keys of datasets that it is to learn from too.</summary>
    public string? Also { get; set; }

    /// <summary>Keys of datasets that are left out.</summary>
    public string? Without { get; set; }

    /// <summary>Whether anything is asked.</summary>
    public bool IsAsked => Weights || Service;

    /// <summary>The question as the use-check takes it.</summary>
    public UseCheckInput ToInput(string consortium, string model, IEnumerable<string> learnt) => new()
    {
        Consortium = consortium, Model = model, OpenWeights = Weights, Service = Service, ReleaseLicence = Written(ReleaseLicence), At = Written(At), Territory = Written(Territory), Purpose = Written(Purpose),
        Datasets = [.. learnt.Concat(Keys(Also)).Except(Keys(Without), StringComparer.Ordinal).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The address of the same question, without some more datasets.</summary>
    public string AddressWithout(string model, IEnumerable<string> datasets)
    {
        var parts = new Dictionary<string, string?>
        {
            ["weights"] = Weights ? "true" : null, ["service"] = Service ? "true" : null, ["releaseLicence"] = Written(ReleaseLicence), ["at"] = Written(At), ["territory"] = Written(Territory), ["purpose"] = Written(Purpose), ["also"] = Written(Also),
            ["without"] = string.Join(' ', Keys(Without).Concat(datasets).Distinct(StringComparer.Ordinal)),
        };
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"/models/{model}", parts.Where(p => p.Value is not null)) + "#release";
    }

    private static string[] Keys(string? typed) => (typed ?? "").Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string? Written(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
