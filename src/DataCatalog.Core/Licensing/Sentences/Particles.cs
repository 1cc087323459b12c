namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Korean particles, chosen by the sound that a word ends in.</summary>
/// <remarks>Digits are read as Sino-Korean numbers. Latin letters are read as Korean writes loan words: a guess that is right for most, since the spelling does not say it.</remarks>
internal static class Particles
{
    private enum Sound
    {
        Vowel,
        Rieul,
        Consonant,
    }

    /// <summary>은 or 는.</summary>
    public static string Topic(string word) => word + (End(word) == Sound.Vowel ? "는" : "은");

    /// <summary>이 or 가.</summary>
    public static string Subject(string word) => word + (End(word) == Sound.Vowel ? "가" : "이");

    /// <summary>을 or 를.</summary>
    public static string Object(string word) => word + (End(word) == Sound.Vowel ? "를" : "을");

    /// <summary>과 or 와.</summary>
    public static string And(string word) => word + (End(word) == Sound.Vowel ? "와" : "과");

    /// <summary>으로 or 로; after ㄹ as after a vowel.</summary>
    public static string By(string word) => word + (End(word) == Sound.Consonant ? "으로" : "로");

    /// <summary>이나 or 나.</summary>
    public static string Or(string word) => word + (End(word) == Sound.Vowel ? "나" : "이나");

    /// <summary>Words in a row: <c>학습, 미세 조정과 평가</c>.</summary>
    public static string Joined(IReadOnlyList<string> words, bool or = false) =>
        words.Count < 2 ? string.Concat(words) : $"{(or ? Or : (Func<string, string>)And)(string.Join(", ", words.Take(words.Count - 1)))} {words[^1]}";

    // Quotation marks at the end are not read, nor what stands in brackets there.
    private static Sound End(string word)
    {
        int last = word.Length - 1;
        while (last > 0 && word[last] == ')' && Opening(word, last) is > 0 and var opening) last = opening - 1;
        while (last >= 0 && !char.IsLetterOrDigit(word[last])) last--;
        if (last < 0) return Sound.Vowel;
        char c = word[last];
        if (c is >= '가' and <= '힣') return ((c - '가') % 28) switch { 0 => Sound.Vowel, 8 => Sound.Rieul, _ => Sound.Consonant };
        if (char.IsAsciiDigit(c)) return c switch { '1' or '7' or '8' => Sound.Rieul, '2' or '4' or '5' or '9' => Sound.Vowel, _ => Sound.Consonant };
        return char.IsAsciiLetterUpper(c) && (last == 0 || !char.IsAsciiLetterLower(word[last - 1])) ? Letter(c) : Latin(word, last);
    }

    private static int Opening(string word, int closing)
    {
        int depth = 0;
        for (int i = closing; i >= 0; i--)
        {
            if (word[i] == ')') depth++;
            else if (word[i] == '(' && --depth == 0) return i;
        }

        return -1;
    }

    // An acronym is read letter by letter: 엘, 엠, 엔, 알.
    private static Sound Letter(char c) => c switch { 'L' or 'R' => Sound.Rieul, 'M' or 'N' => Sound.Consonant, _ => Sound.Vowel };

    private static Sound Latin(string word, int last)
    {
        char c = char.ToLowerInvariant(word[last]);
        char before = last > 0 ? char.ToLowerInvariant(word[last - 1]) : ' ';
        return c switch
        {
            'l' => Sound.Rieul,
            'm' or 'n' => Sound.Consonant,
            'g' when before == 'n' => Sound.Consonant,
            'k' when before == 'c' || IsShort(word, last) => Sound.Consonant,
            'c' or 'p' or 't' or 'b' when IsShort(word, last) => Sound.Consonant,
            _ => Sound.Vowel,
        };
    }

    // A stop is a final consonant after one vowel (bot, map) or a double o (book), not after a diphthong or a consonant (cast).
    private static bool IsShort(string word, int last)
    {
        const string Vowels = "aeiou";
        char At(int index) => index < 0 ? ' ' : char.ToLowerInvariant(word[index]);
        return Vowels.Contains(At(last - 1), StringComparison.Ordinal) && (!Vowels.Contains(At(last - 2), StringComparison.Ordinal) || (At(last - 1) == 'o' && At(last - 2) == 'o'));
    }
}
