namespace DataCatalog.Server.Pages;

/// <summary>
/// The words of every page for the choices of the domain, in the viewer's language. Each thing is called the same everywhere: a status by
/// <c>Of</c>, the tone of its badge by <c>Tone</c>.
/// </summary>
internal static partial class Words
{
    /// <summary>Words that begin a line, as a label does.</summary>
    public static string First(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
