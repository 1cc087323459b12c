using System.Text.RegularExpressions;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>ISO 8601 durations in their parts, as written.</summary>
internal static partial class DurationForm
{
    /// <summary>The parts with their unit letters in order, those of the time after a <c>T</c> as h, m and s; null where the text is no duration.</summary>
    public static IReadOnlyList<(string Amount, char Unit)>? Parts(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T') return null;
        return [.. "YMWDhms".Where(unit => match.Groups[unit.ToString()].Success).Select(unit => (match.Groups[unit.ToString()].Value, unit))];
    }

    [GeneratedRegex("^P((?<Y>[0-9]{1,4})Y)?((?<M>[0-9]{1,4})M)?((?<W>[0-9]{1,4})W)?((?<D>[0-9]{1,5})D)?(T((?<h>[0-9]{1,5})H)?((?<m>[0-9]{1,6})M)?((?<s>[0-9]{1,8}(\\.[0-9]{1,6})?)S)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
