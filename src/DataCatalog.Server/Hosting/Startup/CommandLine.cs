namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Tells the words of a command line from its settings, and gives the short settings their long names.</summary>
public static class CommandLine
{
    // They say yes by being there; what follows is not theirs.
    private static readonly string[] Flags = ["--accept", "--force", "--json", "--with-keys"];

    /// <summary>The words with the flags after them, and the settings as configuration reads them.</summary>
    public static (string[] Words, string[] Options) Split(IReadOnlyList<string> arguments)
    {
        List<string> words = [];
        List<string> flags = [];
        List<string> options = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(argument);
                continue;
            }

            if (Flags.Contains(argument))
            {
                flags.Add(argument);
                continue;
            }

            if (argument == "--empty")
            {
                options.Add("--DataCatalog:Empty=true");
                continue;
            }

            bool valueFollows = !argument.Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Count;
            string setting = valueFollows ? $"{argument}={arguments[++i]}" : argument;
            options.Add(setting.StartsWith("--data=", StringComparison.Ordinal) ? "--DataCatalog:Data=" + setting["--data=".Length..] : setting);
        }

        return ([.. words, .. flags.Distinct().Order(StringComparer.Ordinal)], [.. options]);
    }
}
