namespace DataCatalog.Search.Text;

/// <summary>At a position, any of these terms.</summary>
/// <param name="Position">Counted from the pattern's start.</param>
/// <param name="Terms">Any of them.</param>
internal readonly record struct PatternStep(int Position, string[] Terms);

/// <summary>Terms at fixed distances: what a word or a phrase asks of a text. Search and marking use the same patterns.</summary>
/// <param name="Steps">All of them, in order of position.</param>
/// <param name="Prefix">Instead of steps: a word of an alphabet that begins so.</param>
internal sealed record TermPattern(IReadOnlyList<PatternStep> Steps, string? Prefix = null)
{
    /// <summary>A word or phrase, Korean words by their stems; null where it holds no letter or digit.</summary>
    public static TermPattern? Of(string text) => FromUnits(Scan(text), whole: false);

    /// <summary>The same with Korean particles and English endings as written; null where that is no other pattern.</summary>
    public static TermPattern? Exactly(string text)
    {
        List<TextUnit> units = Scan(text);
        return units is [var unit] && IsChanged(unit) ? FromUnits(units, whole: true) : null;
    }

    /// <summary>Words that begin so: patterns that must all be found; empty where it holds no letter or digit.</summary>
    public static List<TermPattern> Beginning(string text)
    {
        List<TextUnit> units = Scan(text);
        if (units.Count == 0) return [];
        List<TermPattern> patterns = [];
        if (units.Count > 1) patterns.Add(FromUnits(units[..^1], whole: false)!);
        TextUnit last = units[^1];
        patterns.Add(last.Kind is UnitKind.Letters or UnitKind.Digits ? new TermPattern([], last.Folded) : Anchored(last));
        return patterns;
    }

    private static List<TextUnit> Scan(string text) => TextScanner.Scan(TextScanner.Compose(text));

    private static bool IsChanged(TextUnit unit) => unit.Kind switch
    {
        UnitKind.Hangul => KoreanEndings.StemLength(unit.Folded) != unit.Folded.Length,
        UnitKind.Letters => EnglishStems.Of(unit.Folded) != unit.Folded,
        _ => false,
    };

    private static TermPattern? FromUnits(List<TextUnit> units, bool whole)
    {
        if (units.Count == 0) return null;
        List<PatternStep> steps = [];
        int position = 0;
        foreach (TextUnit unit in units) position += AddSteps(steps, unit, position, whole);
        return new TermPattern(steps);
    }

    private static int AddSteps(List<PatternStep> steps, TextUnit unit, int position, bool whole)
    {
        if (unit.Kind is UnitKind.Letters or UnitKind.Digits)
        {
            bool stemmed = unit.Kind == UnitKind.Letters && !whole;
            steps.Add(new PatternStep(position, [stemmed ? TextTerms.Stem(unit.Folded) : unit.Folded]));
            return 1;
        }

        int length = whole || unit.Kind != UnitKind.Hangul ? unit.Folded.Length : KoreanEndings.StemLength(unit.Folded);
        AddBigrams(steps, unit.Folded, length, position);
        return length;
    }

    // A word of four or more syllables may be written as two words in the text, so its inner bigrams may span them.
    private static void AddBigrams(List<PatternStep> steps, string word, int length, int position)
    {
        if (length == 1) steps.Add(new PatternStep(position, [TextTerms.First(word[0])]));
        if (length == 3) steps.Add(new PatternStep(position, [word[..3]]));
        for (int i = 0; i + 1 < length && length != 3; i++)
        {
            bool inner = i > 0 && i + 2 < length;
            string bigram = word.Substring(i, 2);
            steps.Add(new PatternStep(position + i, inner ? [bigram, TextTerms.Bridge(word[i], word[i + 1])] : [bigram]));
        }
    }

    private static TermPattern Anchored(TextUnit unit)
    {
        List<PatternStep> steps = [new PatternStep(0, [TextTerms.First(unit.Folded[0])])];
        for (int i = 0; i + 1 < unit.Folded.Length; i++) steps.Add(new PatternStep(i, [unit.Folded.Substring(i, 2)]));
        return new TermPattern(steps);
    }
}
