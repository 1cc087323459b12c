namespace DataCatalog.Server.Pages.Parts;

/// <summary>What is committed and neither paid nor scheduled to be paid.</summary>
internal static class Unscheduled
{
    /// <summary>How much that is; null where it is nothing, or what is committed is not known.</summary>
    public static decimal? Of(decimal? committed, decimal? paid, decimal? scheduled) =>
        committed - (paid ?? 0) - (scheduled ?? 0) is > 0 and var rest ? rest : null;
}
