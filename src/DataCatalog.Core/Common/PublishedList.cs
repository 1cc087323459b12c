namespace DataCatalog.Core.Common;

/// <summary>Reads the code lists that come with the registry, so that what is valid does not depend on the machine's own data.</summary>
internal static class PublishedList
{
    /// <summary>The codes of a list in <c>Common/Lists</c>: separated by white space, lines that begin with # passed over.</summary>
    public static IEnumerable<string> Read(string name)
    {
        using Stream stream = typeof(PublishedList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The list '{name}' is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (string code in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return code;
        }
    }
}
