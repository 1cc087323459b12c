using DataCatalog.Core.Common;

namespace DataCatalog.Core.Search;

/// <summary>How large a question's words may be; checked without recursion, so that no tree is too deep to be refused.</summary>
public static class SearchLimits
{
    /// <summary>Most characters of all words together.</summary>
    public const int Characters = 1000;

    /// <summary>Most words, phrases and prefixes.</summary>
    public const int Terms = 32;

    /// <summary>Deepest nesting; words of one 'and' or one 'or' lie on one level.</summary>
    public const int Depth = 8;

    /// <summary>The text is too long.</summary>
    public static readonly ErrorCode TooLong = new("search-too-long", ErrorKind.Rule,
        "The search text has more than {0} characters; shorten it.", "검색어가 {0}자를 넘습니다. 줄여 주세요.");

    /// <summary>Too many words.</summary>
    public static readonly ErrorCode TooManyTerms = new("search-too-many-terms", ErrorKind.Rule,
        "The search text has more than {0} words and phrases; leave some out.", "검색어에 낱말과 구가 {0}개를 넘습니다. 몇 개를 빼 주세요.");

    /// <summary>Too deeply nested.</summary>
    public static readonly ErrorCode TooDeep = new("search-too-deep", ErrorKind.Rule,
        "The search text is nested more than {0} deep; use fewer parentheses.", "검색어의 괄호가 {0}단계를 넘습니다. 괄호를 줄여 주세요.");

    /// <summary>Refuses a tree beyond the limits.</summary>
    /// <exception cref="DomainException"><c>search-too-long</c>, <c>search-too-many-terms</c> or <c>search-too-deep</c>.</exception>
    public static void Check(SearchExpression? expression)
    {
        if (expression is null) return;
        (int terms, int characters) = (0, 0);
        var open = new Stack<(SearchExpression Part, Type? Parent, int Depth)>([(expression, null, 0)]);
        while (open.TryPop(out (SearchExpression Part, Type? Parent, int Depth) next))
        {
            int depth = next.Part.GetType() == next.Parent && next.Part is not SearchExpression.Not ? next.Depth : next.Depth + 1;
            switch (next.Part)
            {
                case SearchExpression.And(var left, var right): Push(open, next.Part, depth, left, right); break;
                case SearchExpression.Or(var left, var right): Push(open, next.Part, depth, left, right); break;
                case SearchExpression.Not(var inner): Push(open, next.Part, depth, inner); break;
                default: (terms, characters) = (terms + 1, characters + TextOf(next.Part).Length); break;
            }

            if (terms > Terms) throw new DomainException(TooManyTerms, null, Terms);
            if (characters > Characters) throw new DomainException(TooLong, null, Characters);
        }
    }

    // Operators count, not the words in them.
    private static void Push(Stack<(SearchExpression Part, Type? Parent, int Depth)> open, SearchExpression parent, int depth, params ReadOnlySpan<SearchExpression> parts)
    {
        if (depth > Depth) throw new DomainException(TooDeep, null, Depth);
        foreach (SearchExpression part in parts) open.Push((part, parent.GetType(), depth));
    }

    private static string TextOf(SearchExpression leaf) => leaf switch
    {
        SearchExpression.Word word => word.Text,
        SearchExpression.Phrase phrase => phrase.Text,
        SearchExpression.Prefix prefix => prefix.Text,
        _ => "",
    };
}
