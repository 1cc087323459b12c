using System.Text;

namespace DataCatalog.Search.Text;

/// <summary>What a run of letters is written in.</summary>
internal enum UnitKind
{
    /// <summary>Letters of an alphabet.</summary>
    Letters,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>Hangul syllables.</summary>
    Hangul,

    /// <summary>Han characters and kana, which are written without spaces.</summary>
    Ideographs,
}

/// <summary>A run of one script in a text.</summary>
/// <param name="Kind">The script.</param>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Folded">The run in lower case and compatibility form, without Latin accents.</param>
/// <param name="Joined">Whether nothing but white space lies between the run before and this one.</param>
internal readonly record struct TextUnit(UnitKind Kind, int Start, int End, string Folded, bool Joined);

/// <summary>Splits a text into runs of one script: <c>AI허브 20시간</c> is four.</summary>
internal static class TextScanner
{
    // A longer run is no word; and the engine refuses terms of more than 32,766 bytes.
    private const int LongestWord = 64;

    // U+FFFE is never a character (Unicode 16, section 23.7), and normalisation refuses it.
    private const char NoCharacter = '\uFFFE';

    /// <summary>The text in composed form, so that offsets of runs point into it; halves of surrogate pairs and U+FFFE become U+FFFD.</summary>
    public static string Compose(string text) => Whole(text).Normalize(NormalizationForm.FormC);

    /// <summary>The runs of a text that <see cref="Compose"/> made.</summary>
    public static List<TextUnit> Scan(string composed)
    {
        var units = new List<TextUnit>(composed.Length / 4);
        bool joined = false;
        for (int at = 0; at < composed.Length;)
        {
            UnitKind? kind = KindAt(composed, at, out int length);
            if (kind is null)
            {
                joined &= char.IsWhiteSpace(composed[at]);
                at += length;
                continue;
            }

            int start = at;
            while (at < composed.Length && KindAt(composed, at, out length) == kind) at += length;
            units.Add(new TextUnit(kind.Value, start, at, Fold(kind.Value, composed[start..at]), joined));
            joined = true;
        }

        return units;
    }

    private static UnitKind? KindAt(string text, int at, out int length)
    {
        char c = text[at];
        length = 1;
        if (char.IsAsciiLetter(c)) return UnitKind.Letters;
        if (char.IsAsciiDigit(c)) return UnitKind.Digits;
        if (c < 0x80) return null;
        if (c is >= '가' and <= '힣' or >= '\u1100' and <= '\u11FF' or >= '\u3131' and <= '\u318E') return UnitKind.Hangul;
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\u3041' and <= '\u30FF') return UnitKind.Ideographs;
        if (char.IsHighSurrogate(c)) length = 2;
        if (char.IsDigit(text, at)) return UnitKind.Digits;
        return char.IsLetter(text, at) || IsMark(text, at) ? UnitKind.Letters : null;
    }

    private static bool IsMark(string text, int at) =>
        char.GetUnicodeCategory(text, at) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Fold(UnitKind kind, string run)
    {
        if (kind is UnitKind.Hangul or UnitKind.Ideographs) return run;
        if (!Ascii.IsValid(run)) run = WithoutAccents(run);
        if (run.Length > LongestWord) run = run[..(char.IsHighSurrogate(run[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
        return run.ToLowerInvariant();
    }

    private static string WithoutAccents(string run)
    {
        var letters = new StringBuilder(run.Length);
        foreach (char c in run.Normalize(NormalizationForm.FormKD))
        {
            if (c is not (>= '\u0300' and <= '\u036F')) letters.Append(c);
        }

        return letters.Length == 0 ? run : letters.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Whole(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == NoCharacter) return Repaired(text);
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return Repaired(text);
        }

        return text;
    }

    private static string Repaired(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) whole.Append(rune.Value == NoCharacter ? Rune.ReplacementChar.ToString() : rune.ToString());
        return whole.ToString();
    }
}
