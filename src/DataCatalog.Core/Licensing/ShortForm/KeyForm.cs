namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Keys of datasets, consortia, organisations, programmes and models.</summary>
internal static class KeyForm
{
    private const int Longest = 100;

    /// <summary>Whether it is a key: lower-case letters, digits and single hyphens.</summary>
    public static bool IsKey(string text)
    {
        if (text.Length is 0 or > Longest || text[0] == '-' || text[^1] == '-') return false;
        return text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && !text.Contains("--", StringComparison.Ordinal);
    }
}
