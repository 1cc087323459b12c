using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>The actions on which ready-made terms speak, and what the features of a licence mean for each.</summary>
internal static class LicenceActions
{
    /// <summary>Learning from the material.</summary>
    private static readonly string[] Learning = ["train", "distil"];

    /// <summary>Using it unchanged.</summary>
    private static readonly string[] Using = ["evaluate", "retrieve", "reproduce", "index"];

    /// <summary>Making something else of it.</summary>
    private static readonly string[] Adapting = ["generateSynthetic", "derive", "modify", "translate"];

    /// <summary>Passing copies on.</summary>
    private static readonly string[] Sharing = ["distribute", "shareWithConsortium"];

    private static readonly HashSet<string> OfOdrl = ["reproduce", "index", "derive", "modify", "translate", "distribute"];

    /// <summary>Short names of all of them, in the order in which rules name them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Learning, .. Using, .. Adapting, .. Sharing, "releaseWeights", "offerService"];

    /// <summary>Full IRI of an action.</summary>
    public static string Iri(string action) => (OfOdrl.Contains(action) ? Iris.Odrl : Iris.Profile) + action;

    /// <summary>What a licence means for an action.</summary>
    public static ActionTerms Of(LicenceReading reading, string action)
    {
        if (reading.Without.Contains(action)) return new ActionTerms(Standing.Silent);
        var read = new ReadingEffect(reading);
        return action switch
        {
            "releaseWeights" => read.Released(asService: false),
            "offerService" => read.Released(asService: true),
            _ when Learning.Contains(action) => read.As(LicenceFeature.Training, forbids: true),
            _ when Adapting.Contains(action) => read.As(LicenceFeature.Derivatives, forbids: false),
            _ when Sharing.Contains(action) => read.As(LicenceFeature.Redistribution, forbids: true),
            _ => read.Free(),
        };
    }
}
