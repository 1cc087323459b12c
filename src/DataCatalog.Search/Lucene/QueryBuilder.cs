using DataCatalog.Core.Search;
using DataCatalog.Search.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DataCatalog.Search.Lucene;

/// <summary>Builds the engine's query from the tree; user text never meets a query parser, which hostile nesting can bring down.</summary>
internal sealed class QueryBuilder
{
    private readonly List<TermPattern> patterns = [];
    private readonly bool stopWordsCount;
    private bool negated;

    private QueryBuilder(bool stopWordsCount) => this.stopWordsCount = stopWordsCount;

    /// <summary>The query, and the patterns to mark in texts; a tree without a letter or digit finds nothing.</summary>
    public static (Query Query, IReadOnlyList<TermPattern> Patterns) Build(SearchExpression expression)
    {
        var builder = new QueryBuilder(stopWordsCount: false);
        if (builder.Of(expression) is { } query) return (query, builder.patterns);
        builder = new QueryBuilder(stopWordsCount: true);
        return (builder.Of(expression) ?? new BooleanQuery(), builder.patterns);
    }

    private Query? Of(SearchExpression expression) => expression switch
    {
        SearchExpression.And => Both(expression),
        SearchExpression.Or either => Either(either),
        SearchExpression.Not => Both(expression),
        SearchExpression.Word word => OfWord(word.Text),
        SearchExpression.Phrase phrase => Found(TermPattern.Of(phrase.Text)),
        SearchExpression.Prefix prefix => Beginning(prefix.Text),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private BooleanQuery? Both(SearchExpression expression)
    {
        var query = new BooleanQuery(disableCoord: true);
        AddBoth(query, expression);
        if (query.Clauses.Count == 0) return null;
        if (query.Clauses.All(c => c.IsProhibited)) query.Add(new MatchAllDocsQuery(), Occur.MUST);
        return query;
    }

    private void AddBoth(BooleanQuery query, SearchExpression expression)
    {
        switch (expression)
        {
            case SearchExpression.And both:
                AddBoth(query, both.Left);
                AddBoth(query, both.Right);
                break;
            case SearchExpression.Not not:
                negated = !negated;
                if (Of(not.Inner) is { } excluded) query.Add(excluded, Occur.MUST_NOT);
                negated = !negated;
                break;
            default:
                if (Of(expression) is { } part) query.Add(part, Occur.MUST);
                break;
        }
    }

    private Query? Either(SearchExpression.Or either)
    {
        Query? left = Of(either.Left);
        Query? right = Of(either.Right);
        if (left is null || right is null) return left ?? right;
        return new BooleanQuery(disableCoord: true) { { left, Occur.SHOULD }, { right, Occur.SHOULD } };
    }

    private Query? OfWord(string text)
    {
        if (!stopWordsCount && StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(text)) return null;
        Query? stem = Found(TermPattern.Of(text));
        if (stem is null || TermPattern.Exactly(text) is not { } exact) return stem;
        return new BooleanQuery(disableCoord: true) { { stem, Occur.MUST }, { ToLucene(exact), Occur.SHOULD } };
    }

    private Query? Beginning(string text)
    {
        List<TermPattern> parts = TermPattern.Beginning(text);
        if (parts.Count == 0) return null;
        if (!negated) patterns.AddRange(parts);
        if (parts is [var only]) return ToLucene(only);
        var query = new BooleanQuery(disableCoord: true);
        foreach (TermPattern part in parts) query.Add(ToLucene(part), Occur.MUST);
        return query;
    }

    private Query? Found(TermPattern? pattern)
    {
        if (pattern is null) return null;
        if (!negated) patterns.Add(pattern);
        return ToLucene(pattern);
    }

    private static Query ToLucene(TermPattern pattern)
    {
        if (pattern.Prefix is { } prefix) return new PrefixQuery(TermOf(prefix));
        if (pattern.Steps is [{ Terms: [var term] }]) return new TermQuery(TermOf(term));
        var query = new MultiPhraseQuery();
        foreach (PatternStep step in pattern.Steps) query.Add([.. step.Terms.Select(TermOf)], step.Position);
        return query;
    }

    private static Term TermOf(string text) => new(IndexDefinition.Text, text);
}
