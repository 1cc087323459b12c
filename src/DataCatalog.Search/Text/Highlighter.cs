using System.Net;
using System.Text;

namespace DataCatalog.Search.Text;

/// <summary>Marks the words found in a text with <c>&lt;em&gt;</c>; everything else is HTML-encoded.</summary>
internal static class Highlighter
{
    private const int PassageLength = 200;

    /// <summary>The best passage of the text with its marks; null where nothing is found in it.</summary>
    public static string? Mark(string text, IReadOnlyList<TermPattern> patterns)
    {
        string composed = TextScanner.Compose(text);
        List<(int Start, int End)> marks = Merge(Find(composed, patterns));
        return marks.Count == 0 ? null : Render(composed, marks);
    }

    private static List<(int Start, int End)> Find(string composed, IReadOnlyList<TermPattern> patterns)
    {
        int position = 0;
        List<TextTerm> terms = TextTerms.Of(composed, ref position);
        ILookup<int, TextTerm> at = terms.ToLookup(t => t.Position);
        List<(int Start, int End)> marks = [];
        foreach (TermPattern pattern in patterns)
        {
            if (pattern.Prefix is { } prefix) marks.AddRange(terms.Where(t => t.Term.StartsWith(prefix, StringComparison.Ordinal)).Select(t => (t.Start, t.End)));
            else marks.AddRange(terms.Where(t => pattern.Steps[0].Terms.Contains(t.Term)).SelectMany(t => Match(pattern, at, t.Position)));
        }

        return marks;
    }

    private static List<(int Start, int End)> Match(TermPattern pattern, ILookup<int, TextTerm> at, int position)
    {
        List<(int Start, int End)> marks = [];
        foreach (PatternStep step in pattern.Steps)
        {
            int before = marks.Count;
            foreach (TextTerm term in at[position + step.Position])
            {
                if (step.Terms.Contains(term.Term)) marks.Add((term.Start, term.End));
            }

            if (marks.Count == before) return [];
        }

        return marks;
    }

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> marks)
    {
        marks.Sort();
        List<(int Start, int End)> merged = [];
        foreach ((int start, int end) in marks)
        {
            if (merged.Count > 0 && start <= merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else merged.Add((start, end));
        }

        return merged;
    }

    private static string Render(string text, List<(int Start, int End)> marks)
    {
        (int from, int to) = Passage(text, marks);
        var html = new StringBuilder(PassageLength + 64);
        if (from > 0) html.Append('…');
        int at = from;
        foreach ((int start, int end) in marks.Where(m => m.Start >= from && m.End <= to))
        {
            html.Append(WebUtility.HtmlEncode(text[at..start])).Append("<em>").Append(WebUtility.HtmlEncode(text[start..end])).Append("</em>");
            at = end;
        }

        html.Append(WebUtility.HtmlEncode(text[at..to]));
        if (to < text.Length) html.Append('…');
        return html.ToString();
    }

    // The stretch that holds most marks, begun and ended at a space where one is near.
    private static (int From, int To) Passage(string text, List<(int Start, int End)> marks)
    {
        if (text.Length <= PassageLength) return (0, text.Length);
        int best = 0;
        int most = 0;
        for (int i = 0; i < marks.Count; i++)
        {
            int held = marks.Skip(i).TakeWhile(m => m.End <= marks[i].Start + (PassageLength * 3 / 4)).Count();
            if (held > most) (best, most) = (i, held);
        }

        int from = Math.Clamp(marks[best].Start - (PassageLength / 4), 0, text.Length - PassageLength);
        int to = Math.Max(from + PassageLength, marks[best].End);
        return (AtSpace(text, from, marks[best].Start), BeforePair(text, to));
    }

    private static int AtSpace(string text, int from, int limit)
    {
        if (from == 0) return 0;
        int space = text.IndexOf(' ', from, Math.Max(0, Math.Min(20, limit - from)));
        return space >= 0 ? space + 1 : BeforePair(text, from);
    }

    private static int BeforePair(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
