using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>ISO 8601 durations. Months differ in length, so P1M is neither less nor more than P30D: unknown, as XML Schema orders durations (part 2, section 3.2.6.2).</summary>
internal sealed partial class Durations : ValueKind
{
    public static readonly Durations Instance = new();

    // Longest and shortest runs of months begin at one of these (XML Schema, part 2, section 3.2.6.2).
    private static readonly DateTime[] Starts = [new(1696, 9, 1), new(1697, 2, 1), new(1903, 3, 1), new(1903, 7, 1)];

    public override Satisfaction Equal(in Value given, in Value required, bool any) => Compare(given, required, static c => c == 0);

    public override Satisfaction Less(in Value given, in Value required) => Compare(given, required, static c => c < 0);

    public override Satisfaction LessOrEqual(in Value given, in Value required) => Compare(given, required, static c => c <= 0);

    private static Satisfaction Compare(in Value given, in Value required, Func<int, bool> holds)
    {
        if (Read(given.Text) is not { } a || Read(required.Text) is not { } b) return Satisfaction.Unknown;
        int yes = Starts.Count(s => holds((s.AddMonths(a.Months) + a.Time).CompareTo(s.AddMonths(b.Months) + b.Time)));
        return yes == 0 ? Satisfaction.No : yes == Starts.Length ? Satisfaction.Yes : Satisfaction.Unknown;
    }

    private static (int Months, TimeSpan Time)? Read(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T') return null;
        double seconds = match.Groups["s"] is { Success: true } s ? double.Parse(s.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var rest = new TimeSpan((Part(match, "w") * 7) + Part(match, "d"), Part(match, "h"), Part(match, "m"), 0);
        return ((Part(match, "Y") * 12) + Part(match, "M"), rest + TimeSpan.FromSeconds(seconds));
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Digits are few enough for every sum to stay within the calendar.
    [GeneratedRegex("^P((?<Y>[0-9]{1,3})Y)?((?<M>[0-9]{1,3})M)?((?<w>[0-9]{1,4})W)?((?<d>[0-9]{1,5})D)?(T((?<h>[0-9]{1,6})H)?((?<m>[0-9]{1,7})M)?((?<s>[0-9]{1,9}(\\.[0-9]{1,7})?)S)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
