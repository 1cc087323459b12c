namespace DataCatalog.Search.Text;

/// <summary>A term of a text and where it stands.</summary>
/// <param name="Term">The term as the index holds it.</param>
/// <param name="Position">Counted in words of an alphabet and syllables of Korean stems.</param>
/// <param name="Start">First character in the composed text.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct TextTerm(string Term, int Position, int Start, int End);

/// <summary>
/// Makes the index's terms of a text. A Hangul word gives its bigrams, one position a syllable, and the next word starts where the
/// stem ends: so <c>회원가입</c>, <c>회원 가입</c> and <c>회원의 가입</c> have the same bigrams at the same positions. The bigram that
/// spans two words has a mark of its own, lest <c>대학 생활</c> be found by <c>학생</c>. Trigrams are there for speed alone: the many
/// words of three syllables are found without comparing positions.
/// </summary>
internal static class TextTerms
{
    /// <summary>The terms of a composed text, in order of position.</summary>
    /// <param name="composed">What <see cref="TextScanner.Compose"/> made.</param>
    /// <param name="position">The first position; the next free one on return.</param>
    public static List<TextTerm> Of(string composed, ref int position)
    {
        List<TextUnit> units = TextScanner.Scan(composed);
        var terms = new List<TextTerm>(composed.Length);
        for (int i = 0; i < units.Count; i++)
        {
            TextUnit unit = units[i];
            if (unit.Kind is UnitKind.Letters or UnitKind.Digits) position += AddWord(terms, unit, position);
            else position += AddSyllables(terms, unit, i + 1 < units.Count ? units[i + 1] : null, position);
        }

        // Only the bigrams of a long particle lie beyond the start of the next word.
        if (!IsOrdered(terms)) terms.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        return terms;
    }

    /// <summary>The stem of a word of an alphabet.</summary>
    public static string Stem(string word) => "_" + EnglishStems.Of(word);

    /// <summary>A word that begins with the syllable.</summary>
    public static string First(char syllable) => "^" + syllable;

    /// <summary>Two syllables that end one word and begin the next.</summary>
    public static string Bridge(char last, char first) => string.Create(3, (last, first), static (span, pair) => (span[0], span[1], span[2]) = ('+', pair.last, pair.first));

    private static bool IsOrdered(List<TextTerm> terms)
    {
        for (int i = 1; i < terms.Count; i++)
        {
            if (terms[i].Position < terms[i - 1].Position) return false;
        }

        return true;
    }

    private static int AddWord(List<TextTerm> terms, TextUnit unit, int position)
    {
        terms.Add(new TextTerm(unit.Folded, position, unit.Start, unit.End));
        if (unit.Kind == UnitKind.Letters) terms.Add(new TextTerm(Stem(unit.Folded), position, unit.Start, unit.End));
        return 1;
    }

    private static int AddSyllables(List<TextTerm> terms, TextUnit unit, TextUnit? next, int position)
    {
        string word = unit.Folded;
        int stem = unit.Kind == UnitKind.Hangul ? KoreanEndings.StemLength(word) : word.Length;
        terms.Add(new TextTerm(First(word[0]), position, unit.Start, unit.Start + 1));
        for (int i = 0; i + 1 < word.Length; i++)
        {
            terms.Add(new TextTerm(word.Substring(i, 2), position + i, unit.Start + i, unit.Start + i + 2));
            if (i + 2 < word.Length) terms.Add(new TextTerm(word.Substring(i, 3), position + i, unit.Start + i, unit.Start + i + 3));
        }

        if (next is { Joined: true } following && following.Kind == unit.Kind)
        {
            terms.Add(new TextTerm(Bridge(word[stem - 1], following.Folded[0]), position + stem - 1, unit.Start + stem - 1, following.Start + 1));
        }

        return stem;
    }
}
