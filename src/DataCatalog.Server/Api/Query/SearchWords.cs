using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>Reads a parsed <c>$search</c> as the tree of words that the search engine's port takes.</summary>
public static class SearchWords
{
    /// <summary>The words.</summary>
    /// <exception cref="DomainException"><c>bad-query</c>, <c>search-too-deep</c> or <c>search-too-many-terms</c>.</exception>
    public static SearchExpression Of(SearchClause clause) => Of(clause.Expression);

    private static SearchExpression Of(QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: Microsoft.OData.UriParser.BinaryOperatorKind.And } and => new SearchExpression.And(Of(and.Left), Of(and.Right)),
        BinaryOperatorNode { OperatorKind: Microsoft.OData.UriParser.BinaryOperatorKind.Or } or => new SearchExpression.Or(Of(or.Left), Of(or.Right)),
        UnaryOperatorNode { OperatorKind: Microsoft.OData.UriParser.UnaryOperatorKind.Not } not => new SearchExpression.Not(Of(not.Operand)),
        SearchTermNode term when term.Text.Contains(' ', StringComparison.Ordinal) => new SearchExpression.Phrase(term.Text),
        SearchTermNode term when term.Text.EndsWith('*') && term.Text.Length > 1 => new SearchExpression.Prefix(term.Text[..^1]),
        SearchTermNode term => new SearchExpression.Word(term.Text),
        _ => throw new DomainException(ApiErrors.BadQuery, "$search", "use words, \"phrases\", prefix*, NOT, AND, OR and parentheses."),
    };
}
