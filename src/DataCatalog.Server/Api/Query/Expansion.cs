using System.Collections;
using System.Reflection;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Query.Container;
using Microsoft.AspNetCore.OData.Query.Expressions;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// What <c>$expand</c> asks for: the parts to load with the rows, by white list, and the options nested in it, which are applied
/// to the loaded parts. A row's parts are few; sets that are not are read by their own address.
/// </summary>
public sealed class Expansion
{
    private readonly SelectExpandClause? clause;
    private readonly List<string> members = [];

    private Expansion(SelectExpandClause? clause) => this.clause = clause;

    /// <summary>Names of the members to load, dotted, outer ones first.</summary>
    public string[] Members => [.. members];

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public static Expansion Of(SelectExpandClause? clause, SetRules rules, LimitOptions limits)
    {
        var expansion = new Expansion(clause);
        expansion.Check(clause, rules, limits, "", "", 1);
        return expansion;
    }

    /// <summary>Applies nested filters, orders and pages to loaded rows.</summary>
    public void Shape(IEnumerable rows, IEdmModel model, ODataQuerySettings settings)
    {
        if (clause is null) return;
        foreach (object? row in rows)
        {
            if (row is not null) Shape(row, clause, model, settings);
        }
    }

    private void Check(SelectExpandClause? part, SetRules rules, LimitOptions limits, string path, string member, int depth)
    {
        foreach (ExpandedReferenceSelectItem item in part?.SelectedItems.OfType<ExpandedReferenceSelectItem>() ?? [])
        {
            if (item is not ExpandedNavigationSelectItem expanded || expanded.LevelsOption is not null || expanded.PathToNavigationProperty.Count != 1)
            {
                throw Bad("name the parts to expand; $ref, $levels and paths are not offered.");
            }

            string name = ((NavigationPropertySegment)expanded.PathToNavigationProperty.FirstSegment).NavigationProperty.Name;
            string full = path.Length == 0 ? name : $"{path}/{name}";
            if (depth > limits.ExpandDepth) throw new DomainException(ApiErrors.QueryTooComplex, "$expand", $"$expand is deeper than {limits.ExpandDepth}");
            if (!rules.CanExpand(full)) throw Bad($"'{full}' cannot be expanded; see ExpandRestrictions in $metadata.");
            CheckNested(expanded, limits);
            string dotted = member.Length == 0 ? name : $"{member}.{name}";
            members.Add(dotted);
            Check(expanded.SelectAndExpand, rules, limits, full, dotted, depth + 1);
        }
    }

    private static void CheckNested(ExpandedNavigationSelectItem item, LimitOptions limits)
    {
        if (item.ApplyOption is not null || item.ComputeOption is not null || item.SearchOption is not null) throw Bad("inside $expand, use $select, $filter, $orderby, $top, $skip, $count and $expand.");
        if (item.TopOption > limits.MaxPageSize || item.SkipOption > limits.MaxSkip) throw new DomainException(ApiErrors.QueryTooComplex, "$expand", $"$top inside $expand is over {limits.MaxPageSize}");
        var check = new ClauseLimits(limits, SetRules.Of(item.NavigationSource?.Name ?? ""), "$expand");
        if (item.FilterOption is not null) check.Check(item.FilterOption.Expression);
        for (OrderByClause? order = item.OrderByOption; order is not null; order = order.ThenBy) check.Check(order.Expression);
    }

    private static void Shape(object row, SelectExpandClause part, IEdmModel model, ODataQuerySettings settings)
    {
        foreach (ExpandedNavigationSelectItem item in part.SelectedItems.OfType<ExpandedNavigationSelectItem>())
        {
            PropertyInfo property = row.GetType().GetProperty(((NavigationPropertySegment)item.PathToNavigationProperty.FirstSegment).NavigationProperty.Name)!;
            object? value = property.GetValue(row);
            if (value is IEnumerable many and not string)
            {
                Type element = property.PropertyType.GetGenericArguments()[0];
                value = ShapeMany(many, element, item, model, settings);
                property.SetValue(row, value);
                foreach (object child in (IEnumerable)value) Shape(child, item.SelectAndExpand, model, settings);
            }
            else if (value is not null)
            {
                Shape(value, item.SelectAndExpand, model, settings);
            }
        }
    }

    private static object ShapeMany(IEnumerable many, Type element, ExpandedNavigationSelectItem item, IEdmModel model, ODataQuerySettings settings) =>
        typeof(Expansion).GetMethod(nameof(ShapeList), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [many, item, model, settings], null)!;

    private static List<T> ShapeList<T>(IEnumerable<T> many, ExpandedNavigationSelectItem item, IEdmModel model, ODataQuerySettings settings)
    {
        IQueryable<T> rows = many.AsQueryable();
        var context = new QueryBinderContext(model, settings, typeof(T));
        if (item.FilterOption is not null) rows = rows.Where((System.Linq.Expressions.Expression<Func<T, bool>>)new FilterBinder().BindFilter(item.FilterOption, context));
        if (item.OrderByOption is not null)
        {
            OrderByBinderResult? order = new OrderByBinder().BindOrderBy(item.OrderByOption, context);
            for (bool first = true; order is not null; order = order.ThenBy, first = false) rows = Order(rows, order, first);
        }

        long? count = item.CountOption == true ? rows.LongCount() : null;
        if (item.SkipOption is { } skip) rows = rows.Skip((int)skip);
        if (item.TopOption is { } top) rows = rows.Take((int)top);
        return new Part<T>(rows, count);
    }

    private static IQueryable<T> Order<T>(IQueryable<T> rows, OrderByBinderResult order, bool first)
    {
        var lambda = (System.Linq.Expressions.LambdaExpression)order.OrderByExpression;
        string method = (first ? "OrderBy" : "ThenBy") + (order.Direction == OrderByDirection.Descending ? "Descending" : "");
        return rows.Provider.CreateQuery<T>(System.Linq.Expressions.Expression.Call(typeof(Queryable), method, [typeof(T), lambda.ReturnType], rows.Expression, System.Linq.Expressions.Expression.Quote(lambda)));
    }

    /// <summary>Rows of a part, with how many there are in all where that is asked for; the writer shows it.</summary>
    private sealed class Part<T>(IEnumerable<T> rows, long? count) : List<T>(rows), ICountOptionCollection
    {
        public long? TotalCount => count;
    }

    private static DomainException Bad(string why) => new(ApiErrors.BadQuery, "$expand", why);
}
