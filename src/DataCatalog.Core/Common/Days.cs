namespace DataCatalog.Core.Common;

/// <summary>The earlier and the later of days and instants, of which some may be open.</summary>
internal static class Days
{
    /// <summary>The earliest; null where all are open.</summary>
    public static T? Earliest<T>(params ReadOnlySpan<T?> values)
        where T : struct, IComparable<T>
    {
        T? least = null;
        foreach (T? value in values)
        {
            if (value is { } known && (least is null || known.CompareTo(least.Value) < 0)) least = known;
        }

        return least;
    }

    /// <summary>The latest; null where all are open.</summary>
    public static T? Latest<T>(params ReadOnlySpan<T?> values)
        where T : struct, IComparable<T>
    {
        T? most = null;
        foreach (T? value in values)
        {
            if (value is { } known && (most is null || known.CompareTo(most.Value) > 0)) most = known;
        }

        return most;
    }
}
