using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Where something stands in the short form: a line and column of the text, or a path of the JSON.</summary>
/// <param name="Path">The field as in the API, and the path within the JSON.</param>
/// <param name="Line">Line from 1; 0 in JSON.</param>
/// <param name="Column">Column from 1, in UTF-16 units.</param>
internal readonly record struct At(string Path, int Line = 0, int Column = 0)
{
    private const int LongestShown = 40;

    /// <summary>A place further down in the JSON.</summary>
    public At Down(string name) => new($"{Path}/{name}");

    /// <summary>An entry of a list in the JSON.</summary>
    public At Down(int index) => Down(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The refusal of what was found, null for the end.</summary>
    public DomainException Expected(LocalizedText what, string? found) =>
        new(ShortFormErrors.Syntax, Path, Place, what, found is null ? Expectations.TheEnd : $"'{Shown(found)}'");

    /// <summary>The refusal of a name, with those that are like it.</summary>
    public DomainException Unknown(LocalizedText kind, string name, IEnumerable<string> known) =>
        new(ShortFormErrors.UnknownName, Path, Place, Shown(name), kind, string.Join(", ", Nearest.To(name, known)));

    private LocalizedText Place => Line == 0
        ? LocalizedText.Of(Path, Path, nameof(Path), int.MaxValue)
        : LocalizedText.Of($"{Line}행 {Column}열", $"line {Line}, column {Column}", nameof(Path), int.MaxValue);

    private static string Shown(string found)
    {
        if (found.Length <= LongestShown) return found;
        return string.Concat(found.AsSpan(0, char.IsHighSurrogate(found[LongestShown - 1]) ? LongestShown - 1 : LongestShown), "…");
    }
}
