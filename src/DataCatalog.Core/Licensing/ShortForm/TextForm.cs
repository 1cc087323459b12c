using System.Globalization;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Which characters can stand in the short form.</summary>
internal static class TextForm
{
    /// <summary>Whether the UTF-16 unit is part of a character that people can read: no control or format character, no half of a surrogate pair.</summary>
    public static bool IsSafe(string text, int index)
    {
        char c = text[index];
        if (char.IsHighSurrogate(c)) return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(c)) return index > 0 && char.IsHighSurrogate(text[index - 1]);
        return char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
    }

    /// <summary>Whether all of a text can stand between double quotes.</summary>
    public static bool IsQuotable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\t') && !IsSafe(text, i)) return false;
        }

        return true;
    }
}

/// <summary>What the short form takes for an IRI.</summary>
internal static class IriForm
{
    /// <summary>Longest IRI, in UTF-16 units.</summary>
    public const int Longest = 2000;

    /// <summary>Whether an IRI can hold the character (RFC 3987).</summary>
    public static bool Holds(char c) => c > ' ' && c is not ('<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`' or '\u007F') && !char.IsWhiteSpace(c) && !char.IsControl(c);

    /// <summary>Whether it is an absolute IRI: a scheme, a colon and something after it.</summary>
    public static bool IsIri(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == text.Length - 1 || text.Length > Longest || !char.IsAsciiLetter(text[0])) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Holds(text[i]) || !TextForm.IsSafe(text, i)) return false;
            if (i < colon && !char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.')) return false;
        }

        return true;
    }
}
