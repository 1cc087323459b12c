using DataCatalog.Core.Common;

namespace DataCatalog.Core.Search;

/// <summary>
/// Reads what a person types: words (all of them), <c>"phrases"</c>, <c>prefix*</c>, <c>-not</c>, <c>OR</c>, parentheses. What is
/// no sense is read as the nearest sense: a missing quote or parenthesis is added, a superfluous one passed over.
/// </summary>
public sealed class SearchText
{
    private readonly string text;
    private readonly Stack<Group> open = new([new Group(Negated: false)]);
    private int at;
    private int terms;

    private SearchText(string text) => this.text = text;

    /// <summary>The words as a tree; null where there are none.</summary>
    /// <exception cref="DomainException"><c>search-too-long</c>, <c>search-too-many-terms</c> or <c>search-too-deep</c>; nothing else, whatever the text.</exception>
    public static SearchExpression? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > SearchLimits.Characters) throw new DomainException(SearchLimits.TooLong, null, SearchLimits.Characters);
        SearchExpression? expression = new SearchText(text).Read();
        SearchLimits.Check(expression);
        return expression;
    }

    private SearchExpression? Read()
    {
        while (SkipToNext())
        {
            bool negated = TakeMinus();
            if (at == text.Length) break;
            ReadPart(negated);
        }

        while (open.Count > 1) Close();
        return open.Pop().Whole();
    }

    private bool SkipToNext()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length;
    }

    private bool TakeMinus()
    {
        int from = at;
        while (at < text.Length && text[at] == '-') at++;
        bool before = at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != ')';
        return at > from && before;
    }

    private void ReadPart(bool negated)
    {
        switch (text[at])
        {
            case '(':
                at++;
                if (open.Count > SearchLimits.Depth) throw new DomainException(SearchLimits.TooDeep, null, SearchLimits.Depth);
                open.Push(new Group(negated));
                break;
            case ')':
                at++;
                if (open.Count > 1) Close();
                break;
            case '"':
                Add(TakePhrase(), negated);
                break;
            default:
                if (!char.IsWhiteSpace(text[at])) TakeWord(negated);
                break;
        }
    }

    private SearchExpression.Phrase? TakePhrase()
    {
        int end = text.IndexOf('"', ++at);
        string phrase = text[at..(end < 0 ? text.Length : end)].Trim();
        at = end < 0 ? text.Length : end + 1;
        return phrase.Length == 0 ? null : new SearchExpression.Phrase(phrase);
    }

    private void TakeWord(bool negated)
    {
        int from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"')) at++;
        string word = text[from..at];
        if (word == "OR" && !negated) open.Peek().Alternative();
        else if (word != "AND" || negated) Add(Leaf(word), negated);
    }

    private static SearchExpression? Leaf(string word)
    {
        string bare = word.TrimEnd('*');
        if (bare.Length == 0) return null;
        bool prefix = bare.Length < word.Length && (bare.Length >= 2 || bare[0] is >= '가' and <= '힣');
        return prefix ? new SearchExpression.Prefix(bare) : new SearchExpression.Word(bare);
    }

    private void Add(SearchExpression? part, bool negated)
    {
        if (part is null) return;
        if (++terms > SearchLimits.Terms) throw new DomainException(SearchLimits.TooManyTerms, null, SearchLimits.Terms);
        open.Peek().Add(negated ? new SearchExpression.Not(part) : part);
    }

    private void Close()
    {
        Group closed = open.Pop();
        if (closed.Whole() is { } whole) open.Peek().Add(closed.Negated ? new SearchExpression.Not(whole) : whole);
    }

    /// <summary>What stands between two parentheses: alternatives, each of words that must all be there.</summary>
    private sealed record Group(bool Negated)
    {
        private SearchExpression? alternatives;
        private SearchExpression? words;

        public void Add(SearchExpression part) => words = words is null ? part : new SearchExpression.And(words, part);

        public void Alternative() => (alternatives, words) = (Whole(), null);

        public SearchExpression? Whole()
        {
            if (alternatives is null || words is null) return alternatives ?? words;
            return new SearchExpression.Or(alternatives, words);
        }
    }
}
