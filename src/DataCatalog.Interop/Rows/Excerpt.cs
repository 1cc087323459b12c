namespace DataCatalog.Interop.Rows;

/// <summary>The beginning of a text that others wrote, fit for a sentence.</summary>
internal static class Excerpt
{
    /// <summary>At most 80 characters, without control characters.</summary>
    public static string Of(string text)
    {
        string start = text.Length <= 80 ? text : text[..79] + "…";
        return string.Create(start.Length, start, static (span, s) =>
        {
            for (int i = 0; i < s.Length; i++) span[i] = char.IsControl(s[i]) || char.IsSurrogate(s[i]) ? '\uFFFD' : s[i];
        });
    }
}
