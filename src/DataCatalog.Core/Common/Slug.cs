using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Core.Common;

/// <summary>Makes keys from names: always the same key from the same name.</summary>
public static class Slug
{
    private const int Longest = 100;

    /// <summary>Lower-case letters, digits and single hyphens; where the name says more than they can, a few digits of its hash follow.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        bool lost = false;
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c == '#') slug.Append("-sharp-");
            else if (c == '+') slug.Append("-plus-");
            else if (c < 128) slug.Append('-');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) lost = true;
        }

        string key = string.Join('-', slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return key.Length is > 0 and <= Longest && !lost ? key : Marked(key, name);
    }

    /// <summary>The first eight digits of a text's SHA-256.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Marked(string key, string name)
    {
        string start = key.Length <= Longest - 9 ? key : key[..(Longest - 9)].TrimEnd('-');
        return start.Length == 0 ? $"x-{Hash(name)}" : $"{start}-{Hash(name)}";
    }
}
