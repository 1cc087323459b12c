namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Finds the names that a misspelt one may mean.</summary>
internal static class Nearest
{
    private const int Most = 3;
    private const int LongestCompared = 40;

    /// <summary>The names at the smallest edit distance, at most three.</summary>
    public static IEnumerable<string> To(string name, IEnumerable<string> known)
    {
        string lower = name[..Math.Min(name.Length, LongestCompared)].ToLowerInvariant();
        var ranked = known.Select(k => (Name: k, Distance: Distance(lower, k.ToLowerInvariant()))).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).ToList();
        return ranked.Where(k => k.Distance == ranked[0].Distance).Take(Most).Select(k => k.Name);
    }

    // Levenshtein's, row by row.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
