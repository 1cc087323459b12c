using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Which actions include which.</summary>
internal static class Inclusion
{
    private static readonly HashSet<string> Training = [Iris.Profile + "pretrain", Iris.Profile + "fineTune", Iris.Profile + "align"];
    private static readonly HashSet<string> NotUse = [Iris.Odrl + "transfer", Iris.Odrl + "sell", Iris.Odrl + "give"];

    /// <summary>Whether an action (first) is another (second) or includes it.</summary>
    public static bool Includes(string general, string specific) => string.Equals(general, specific, StringComparison.Ordinal) || general switch
    {
        Iris.Odrl + "use" => !NotUse.Contains(specific) && (specific.StartsWith(Iris.Odrl, StringComparison.Ordinal) || specific.StartsWith(Iris.Profile, StringComparison.Ordinal)),
        Iris.Odrl + "transfer" => NotUse.Contains(specific),
        Iris.Profile + "train" => Training.Contains(specific),
        _ => false,
    };
}
