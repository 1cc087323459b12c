using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Walks a parsed expression and refuses what is over a limit or not offered. Used for every clause that holds an expression:
/// the library checks <c>$filter</c> only, not <c>$apply</c> and <c>$compute</c>.
/// </summary>
public sealed class ClauseLimits(LimitOptions limits, SetRules rules, string option)
{
    // matchesPattern runs a caller's regular expression without a time limit; the geo functions and casts have no columns to work on.
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "contains", "startswith", "endswith", "length", "indexof", "substring", "tolower", "toupper", "trim", "concat",
        "year", "month", "day", "hour", "minute", "second", "date", "floor", "ceiling", "round",
    };

    private readonly SortedSet<string> reached = new(StringComparer.Ordinal);
    private int nodes;

    /// <summary>Names of the navigation properties that checked expressions reach through.</summary>
    public IReadOnlyCollection<string> Reached => reached;

    /// <summary>Checks an expression.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public void Check(QueryNode node) => Visit(node, functions: 0, lambdas: 0);

    private void Visit(QueryNode? node, int functions, int lambdas)
    {
        if (node is null) return;
        if (++nodes > limits.FilterNodes) throw TooComplex($"{option} has more than {limits.FilterNodes} parts");
        switch (node)
        {
            case BinaryOperatorNode { OperatorKind: Microsoft.OData.UriParser.BinaryOperatorKind.Has }: throw Bad("'has' asks for flags, and no property has them; use eq or in.");
            case BinaryOperatorNode binary:
                Visit(binary.Left, functions, lambdas);
                Visit(binary.Right, functions, lambdas);
                break;
            case UnaryOperatorNode unary: Visit(unary.Operand, functions, lambdas); break;
            case ConvertNode convert: Visit(convert.Source, functions, lambdas); break;
            case SingleValueFunctionCallNode call: VisitCall(call, functions + 1, lambdas); break;
            case InNode any:
                if (any.Right is CollectionConstantNode values && values.Collection.Count > limits.InValues) throw TooComplex($"'in' lists more than {limits.InValues} values");
                Visit(any.Left, functions, lambdas);
                break;
            case LambdaNode lambda:
                if (lambdas == 1) throw TooComplex("any and all cannot be nested");
                Visit(lambda.Source, functions, lambdas);
                Visit(lambda.Body, functions, lambdas + 1);
                break;
            case CountNode count: VisitCount(count, functions, lambdas); break;
            default: VisitPath(node, functions, lambdas); break;
        }
    }

    private void VisitCall(SingleValueFunctionCallNode call, int functions, int lambdas)
    {
        if (!Functions.Contains(call.Name)) throw Bad($"the function '{call.Name}' is not offered.");
        if (functions > limits.FunctionDepth) throw TooComplex($"functions are nested deeper than {limits.FunctionDepth}");
        foreach (QueryNode argument in call.Parameters) Visit(argument, functions, lambdas);
    }

    private void VisitCount(CountNode count, int functions, int lambdas)
    {
        if (count.FilterClause is not null || count.SearchClause is not null) throw Bad("$count inside an expression takes no options.");
        Visit(count.Source, functions, lambdas);
    }

    private void VisitPath(QueryNode node, int functions, int lambdas)
    {
        switch (node)
        {
            case SingleValuePropertyAccessNode property:
                Named(property.Property.Name);
                Visit(property.Source, functions, lambdas);
                break;
            case SingleComplexNode complex:
                Named(complex.Property.Name);
                Visit(complex.Source, functions, lambdas);
                break;
            case CollectionPropertyAccessNode collection:
                Named(collection.Property.Name);
                Visit(collection.Source, functions, lambdas);
                break;
            case CollectionComplexNode collection:
                Named(collection.Property.Name);
                Visit(collection.Source, functions, lambdas);
                break;
            case CollectionNavigationNode navigation:
                Reach(navigation.NavigationProperty.Name);
                Visit(navigation.Source, functions, lambdas);
                break;
            case SingleNavigationNode navigation:
                Reach(navigation.NavigationProperty.Name);
                Visit(navigation.Source, functions, lambdas);
                break;
            case ConstantNode or CollectionConstantNode or ResourceRangeVariableReferenceNode or NonResourceRangeVariableReferenceNode or SingleValueOpenPropertyAccessNode:
                break;
            default: throw Bad($"a part of kind {node.Kind} is not offered.");
        }
    }

    private void Named(string property)
    {
        if (rules.NotFilterable.Contains(property)) throw Bad($"'{property}' cannot be used here.");
    }

    private void Reach(string navigation)
    {
        if (!rules.CanExpand(navigation)) throw Bad($"'{navigation}' cannot be reached from here.");
        reached.Add(navigation);
    }

    private DomainException Bad(string why) => new(ApiErrors.BadQuery, option, why);

    private DomainException TooComplex(string why) => new(ApiErrors.QueryTooComplex, option, why);
}
