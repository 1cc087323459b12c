using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>The days around a date on which to warn (domain rule 16): positive before it, 0 on it, negative after it.</summary>
public static class Windows
{
    /// <summary>The most distant window that can be set, in days before the date.</summary>
    public const int Earliest = 730;

    /// <summary>The last window that can be set: negative, for days after the date.</summary>
    public const int Latest = -365;

    /// <summary>90, 60, 30, 14, 7, 3 and 1 days before, the day itself, and 1, 7 and 30 days after.</summary>
    public static readonly IReadOnlyList<int> Default = [90, 60, 30, 14, 7, 3, 1, 0, -1, -7, -30];

    /// <summary>Checks a list of windows: from 730 days before to 365 after, at most 30, kept from the earliest on.</summary>
    public static List<int> Checked(IReadOnlyList<int>? windows, string field)
    {
        List<int> result = [.. (windows ?? []).Distinct().OrderDescending()];
        return result.Count <= 30 && result.TrueForAll(d => d is >= Latest and <= Earliest)
            ? result
            : throw new DomainException(CommonErrors.Invalid, field, field, "list of windows", "give at most 30 whole days from 730 before to -365 after");
    }
}
