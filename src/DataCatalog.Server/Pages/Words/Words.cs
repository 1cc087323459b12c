using System.Globalization;

namespace DataCatalog.Server.Pages;

/// <summary>
/// The words of every page for the choices of the domain, in the viewer's language. Each thing is called the same everywhere: a status by
/// <c>Of</c>, the tone of its badge by <c>Tone</c>.
/// </summary>
internal static partial class Words
{
    /// <summary>Words that begin a line, as a label does.</summary>
    public static string First(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A number with its English noun, as in <c>1 dataset</c> and <c>2 datasets</c>; Korean nouns have no plural.</summary>
    public static string Counted(long count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}");
}
