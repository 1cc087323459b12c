using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// The order of a set's rows and the place of a row in it. Every order ends in the row's own key, so no two rows share a place,
/// and a page that begins after a place neither skips nor repeats rows, whatever is inserted meanwhile.
/// </summary>
/// <typeparam name="TModel">Type of the rows.</typeparam>
public sealed class RowOrder<TModel>
{
    private static readonly MethodInfo CompareStrings = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private readonly List<(PropertyInfo Property, bool Descending)> keys = [];
    private readonly ParameterExpression row = Expression.Parameter(typeof(TModel), "row");

    /// <summary>Reads an order.</summary>
    /// <param name="clause">What the caller asked for, or null.</param>
    /// <param name="lastKey">Name of the row's own key.</param>
    /// <param name="rules">What the set offers.</param>
    /// <param name="most">Most keys a caller may name.</param>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public RowOrder(OrderByClause? clause, string lastKey, SetRules rules, int most)
    {
        for (; clause is not null; clause = clause.ThenBy)
        {
            if (keys.Count == most) throw new DomainException(ApiErrors.QueryTooComplex, "$orderby", $"$orderby has more than {most} keys");
            if (clause.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access || !rules.CanSort(access.Property))
            {
                throw new DomainException(ApiErrors.BadQuery, "$orderby", "order by plain properties of the set, as in RegisteredAt desc; see SortRestrictions in $metadata.");
            }

            PropertyInfo property = typeof(TModel).GetProperty(access.Property.Name)!;
            if (keys.TrueForAll(k => k.Property != property)) keys.Add((property, clause.Direction == OrderByDirection.Descending));
        }

        PropertyInfo last = typeof(TModel).GetProperty(lastKey)!;
        if (keys.TrueForAll(k => k.Property != last)) keys.Add((last, false));
    }

    /// <summary>The order in words, to tell one query from another.</summary>
    public string Text => string.Join(',', keys.Select(k => k.Property.Name + (k.Descending ? "-" : "+")));

    /// <summary>Orders rows: nulls come first, last where descending (OData 4.01 Protocol, section 11.2.6.2), on both databases.</summary>
    public IQueryable<TModel> Apply(IQueryable<TModel> rows, bool nullsSortFirst)
    {
        IOrderedQueryable<TModel>? ordered = null;
        foreach ((PropertyInfo property, bool descending) in keys)
        {
            Expression key = Expression.Property(row, property);
            if (!nullsSortFirst && CanBeNull(property))
            {
                Expression known = Expression.Condition(Expression.Equal(key, Expression.Constant(null, property.PropertyType)), Expression.Constant(0), Expression.Constant(1));
                ordered = By(rows, ordered, known, descending);
            }

            ordered = By(rows, ordered, key, descending);
        }

        return ordered!;
    }

    /// <summary>The place of a row, to begin the next page after.</summary>
    public string PlaceOf(TModel model) => JsonSerializer.Serialize(keys.Select(k => k.Property.GetValue(model)));

    /// <summary>The rows after a place.</summary>
    /// <exception cref="DomainException"><c>bad-skiptoken</c>.</exception>
    public IQueryable<TModel> After(IQueryable<TModel> rows, string place)
    {
        object?[] values = Read(place);
        Expression? after = null;
        for (int i = keys.Count - 1; i >= 0; i--)
        {
            (PropertyInfo property, bool descending) = keys[i];
            Expression key = Expression.Property(row, property);
            Expression beyond = Beyond(key, property, values[i], descending);
            Expression same = Expression.Equal(key, Parameter(values[i], property.PropertyType));
            after = after is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(same, after));
        }

        return rows.Where(Expression.Lambda<Func<TModel, bool>>(after!, row));
    }

    private static bool CanBeNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (property.PropertyType == typeof(string) && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);

    private IOrderedQueryable<TModel> By(IQueryable<TModel> rows, IOrderedQueryable<TModel>? ordered, Expression key, bool descending)
    {
        string method = (ordered is null, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        Expression source = (ordered ?? rows).Expression;
        Expression call = Expression.Call(typeof(Queryable), method, [typeof(TModel), key.Type], source, Expression.Quote(Expression.Lambda(key, row)));
        return (IOrderedQueryable<TModel>)rows.Provider.CreateQuery<TModel>(call);
    }

    private static Expression Beyond(Expression key, PropertyInfo property, object? value, bool descending)
    {
        Expression none = Expression.Constant(null, CanBeNull(property) ? property.PropertyType : typeof(object));
        if (value is null) return descending ? Expression.Constant(false) : Expression.NotEqual(key, none);
        Expression other = Parameter(value, property.PropertyType);
        (Expression left, Expression right) = property.PropertyType == typeof(string)
            ? (Expression.Call(CompareStrings, key, other), Expression.Constant(0))
            : (key, other);
        Expression beyond = descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        return descending && CanBeNull(property) ? Expression.OrElse(beyond, Expression.Equal(key, none)) : beyond;
    }

    // A member of an object, not a constant: the database's plan serves every page.
    private static MemberExpression Parameter(object? value, Type type)
    {
        Type holder = typeof(Holder<>).MakeGenericType(typeof(TModel), type);
        return Expression.Property(Expression.Constant(Activator.CreateInstance(holder, value)), nameof(Holder<int>.Value));
    }

    private object?[] Read(string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(place);
            JsonElement[] values = [.. document.RootElement.EnumerateArray()];
            return [.. keys.Select((k, i) => values[i].Deserialize(k.Property.PropertyType))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new DomainException(ApiErrors.BadSkipToken, "$skiptoken");
        }
    }

    private sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }
}
