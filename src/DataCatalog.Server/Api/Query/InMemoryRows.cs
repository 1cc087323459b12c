using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace DataCatalog.Server.Api.Query;

/// <summary>Rows that were reckoned rather than stored, offered so that the read path filters, orders, groups and pages them like any others.</summary>
public static class InMemoryRows
{
    /// <summary>Offers rows.</summary>
    public static IQueryable<T> Of<T>(IEnumerable<T> rows) => new Rows<T>(rows.AsQueryable());

    /// <summary>Whether rows are in memory.</summary>
    public static bool Are(IQueryable rows) => rows.Provider is Asking;

    // Expressions run at once; what asks for an answer to wait for gets one that is there already.
    private sealed class Asking(IQueryProvider inner) : IAsyncQueryProvider
    {
        private static readonly MethodInfo Known = typeof(Task).GetMethod(nameof(Task.FromResult))!;

        public IQueryable CreateQuery(Expression expression) =>
            (IQueryable)Activator.CreateInstance(typeof(Rows<>).MakeGenericType(inner.CreateQuery(expression).ElementType), inner.CreateQuery(expression))!;

        public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new Rows<TElement>(inner.CreateQuery<TElement>(expression));

        public object? Execute(Expression expression) => inner.Execute(expression);

        public TResult Execute<TResult>(Expression expression) => inner.Execute<TResult>(expression);

        public TResult ExecuteAsync<TResult>(Expression expression, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (TResult)Known.MakeGenericMethod(typeof(TResult).GetGenericArguments()[0]).Invoke(null, [inner.Execute(expression)])!;
        }
    }

    private sealed class Rows<T>(IQueryable<T> inner) : IOrderedQueryable<T>, IAsyncEnumerable<T>
    {
        public Type ElementType => typeof(T);

        public Expression Expression => inner.Expression;

        public IQueryProvider Provider { get; } = new Asking(inner.Provider);

        public IEnumerator<T> GetEnumerator() => inner.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => inner.GetEnumerator();

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (T row in inner)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }
}
