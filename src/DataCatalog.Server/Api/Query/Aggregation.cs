using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace DataCatalog.Server.Api.Query;

/// <summary>The closed grammar of <c>$apply</c>: filter, groupby of listed properties, aggregate of plain properties.</summary>
public static class Aggregation
{
    /// <summary>Checks a parsed <c>$apply</c>.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public static void Check(ApplyClause clause, SetRules rules, LimitOptions limits)
    {
        if (rules.Group.Count == 0) throw Bad("$apply is not offered on this set.");
        TransformationNode[] steps = [.. clause.Transformations];
        if (steps.Length > 3) throw new DomainException(ApiErrors.QueryTooComplex, "$apply", "$apply has more than 3 steps");
        for (int i = 0; i < steps.Length; i++) CheckStep(steps[i], first: i == 0 || steps[..i].All(s => s is FilterTransformationNode), rules, limits);
    }

    private static void CheckStep(TransformationNode step, bool first, SetRules rules, LimitOptions limits)
    {
        switch (step)
        {
            case FilterTransformationNode filter:
                new ClauseLimits(limits, rules, "$apply").Check(filter.FilterClause.Expression);
                break;
            case AggregateTransformationNode aggregate when first:
                CheckAggregate(aggregate);
                break;
            case GroupByTransformationNode group when first:
                foreach (GroupByPropertyNode property in group.GroupingProperties) CheckGroup(property, rules);
                if (group.ChildTransformations is AggregateTransformationNode inner) CheckAggregate(inner);
                else if (group.ChildTransformations is not null) throw Bad("inside groupby, use aggregate.");
                break;
            default:
                throw Bad("use filter(...), groupby((...),aggregate(...)) or aggregate(...), once each.");
        }
    }

    private static void CheckGroup(GroupByPropertyNode property, SetRules rules)
    {
        if (property.ChildTransformations.Count > 0 || !rules.Group.Contains(property.Name))
        {
            throw Bad($"group by one of {string.Join(", ", rules.Group)}.");
        }
    }

    private static void CheckAggregate(AggregateTransformationNode aggregate)
    {
        foreach (AggregateExpressionBase part in aggregate.AggregateExpressions)
        {
            bool counts = part is AggregateExpression { Method: AggregationMethod.VirtualPropertyCount };
            bool plain = part is AggregateExpression
            {
                Method: AggregationMethod.Sum or AggregationMethod.Min or AggregationMethod.Max or AggregationMethod.Average or AggregationMethod.CountDistinct,
                Expression: SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode },
            };
            if (!counts && !plain) throw Bad("aggregate plain properties with sum, min, max, average or countdistinct, or count with $count as Name.");
        }
    }

    private static DomainException Bad(string why) => new(ApiErrors.BadQuery, "$apply", why);
}
