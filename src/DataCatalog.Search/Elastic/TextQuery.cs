using DataCatalog.Core.Search;
using DataCatalog.Search.Text;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Lucene.Net.Analysis.Core;

namespace DataCatalog.Search.Elastic;

/// <summary>Builds the cluster's query from the tree of words; user text is only ever a value in it, never read by a query parser.</summary>
internal sealed class TextQuery
{
    private const string Words = ".words";

    private static readonly (string Field, double Weight)[] Texts =
        [("titleKo", 4), ("titleEn", 4), ("names", 2), ("descriptionKo", 1), ("descriptionEn", 1)];

    // Morphemes and stems decide what is found; the form as written adds a little, so that it comes first.
    private static readonly Fields Stems = Fields.FromFields([.. Texts.Select(t => new Field(t.Field, t.Weight))]);
    private static readonly Fields AsWritten = Fields.FromFields([.. Texts.Select(t => new Field(t.Field + Words, t.Weight / 4))]);

    private readonly List<TermPattern> patterns = [];
    private readonly bool stopWordsCount;
    private bool negated;

    private TextQuery(bool stopWordsCount) => this.stopWordsCount = stopWordsCount;

    /// <summary>The query, and the patterns to mark in texts; a tree without a letter or digit finds nothing.</summary>
    public static (Query Query, IReadOnlyList<TermPattern> Patterns) Build(SearchExpression expression)
    {
        var builder = new TextQuery(stopWordsCount: false);
        if (builder.Of(expression) is { } query) return (query, builder.patterns);
        builder = new TextQuery(stopWordsCount: true);
        return (builder.Of(expression) ?? new MatchNoneQuery(), builder.patterns);
    }

    private Query? Of(SearchExpression expression) => expression switch
    {
        SearchExpression.And or SearchExpression.Not => All(expression),
        SearchExpression.Or(var left, var right) => Any(Of(left), Of(right)),
        SearchExpression.Word(var text) => OfWord(text),
        SearchExpression.Phrase(var text) => Found(text),
        SearchExpression.Prefix(var text) => Beginning(text),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private Query? All(SearchExpression expression)
    {
        List<Query> wanted = [];
        List<Query> unwanted = [];
        Collect(expression, wanted, unwanted);
        if (wanted.Count + unwanted.Count == 0) return null;
        return new BoolQuery { Must = wanted.Count == 0 ? [new MatchAllQuery()] : wanted, MustNot = unwanted };
    }

    private void Collect(SearchExpression expression, List<Query> wanted, List<Query> unwanted)
    {
        switch (expression)
        {
            case SearchExpression.And(var left, var right):
                Collect(left, wanted, unwanted);
                Collect(right, wanted, unwanted);
                break;
            case SearchExpression.Not(var inner):
                negated = !negated;
                if (Of(inner) is { } excluded) unwanted.Add(excluded);
                negated = !negated;
                break;
            default:
                if (Of(expression) is { } part) wanted.Add(part);
                break;
        }
    }

    private static Query? Any(Query? left, Query? right) => left is null || right is null ? left ?? right : Either(left, right);

    private static BoolQuery Either(params Query[] parts) => new() { Should = parts, MinimumShouldMatch = 1 };

    private Query? OfWord(string text) => !stopWordsCount && StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(text) ? null : Found(text);

    private Query? Found(string text)
    {
        if (TermPattern.Of(text) is not { } pattern) return null;
        if (!negated) patterns.Add(pattern);
        string composed = TextScanner.Compose(text);
        string bare = WithoutEndings(composed);
        List<Query> ways = [Together(composed, Stems, Gaps(composed)), Together(composed, AsWritten, 0)];
        if (bare != composed) ways.Add(Together(bare, Stems, Gaps(bare)));
        return Either([.. ways]);
    }

    private Query? Beginning(string text)
    {
        List<TermPattern> parts = TermPattern.Beginning(text);
        if (parts.Count == 0) return null;
        if (!negated) patterns.AddRange(parts);
        List<TextUnit> units = TextScanner.Scan(TextScanner.Compose(text));
        Query last = Either([.. Texts.Select(t => (Query)new PrefixQuery(t.Field + Words, units[^1].Folded) { Boost = (float)t.Weight })]);
        if (units.Count == 1) return last;
        string before = string.Join(' ', units.SkipLast(1).Select(u => u.Folded));
        return new BoolQuery { Must = [Together(before, AsWritten, 0), last] };
    }

    private static MultiMatchQuery Together(string text, Fields fields, int slop) => new(text) { Fields = fields, Type = TextQueryType.Phrase, Slop = slop };

    // The analyser knows a particle by the words around it; a word of a question stands alone: '회원의' is read as two nouns.
    private static string WithoutEndings(string text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        int at = 0;
        foreach (TextUnit unit in TextScanner.Scan(text).Where(u => u.Kind == UnitKind.Hangul))
        {
            bare.Append(text, at, unit.Start + KoreanEndings.StemLength(unit.Folded) - at);
            at = unit.End;
        }

        return bare.Append(text, at, text.Length - at).ToString();
    }

    // Where the analyser drops a particle it leaves a gap: '회원의 가입' has one between its nouns, and '회원가입' none.
    private static int Gaps(string text)
    {
        int hangul = TextScanner.Scan(text).Where(u => u.Kind == UnitKind.Hangul).Sum(u => u.Folded.Length > 3 ? 2 : 1);
        return Math.Max(0, hangul - 1);
    }
}
