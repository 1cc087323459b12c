using System.Data.Common;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.OData;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Tells a caller's query that cannot be answered from a fault of the service. Parsers and translators refuse some queries only
/// when they bind, translate or first run them, each with exceptions of its own.
/// </summary>
public static class QueryFaults
{
    /// <summary>Asks a question that a caller has shaped.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> where the question makes no sense to the database.</exception>
    public static async Task<T> AskAsync<T>(HttpRequest request, Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception e) when (request.Query.Count > 0 && IsOfQuery(e))
        {
            request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(QueryFaults)).LogInformation("A query cannot be answered: {Kind}", e.GetType().Name);
            throw e as DomainException ?? new DomainException(ApiErrors.BadQuery, null, e is ODataException ? e.Message : "values of these types do not go together, or one is out of range.");
        }
    }

    private static bool IsOfQuery(Exception exception) => exception switch
    {
        ObjectDisposedException => false,
        // SQL's class 22: a value of the query cannot be computed with.
        DbException database => database.SqlState is ['2', '2', ..],
        ODataException or InvalidOperationException or ArgumentException or NotSupportedException or NotImplementedException or NullReferenceException => exception.InnerException is not DbException,
        OverflowException or DivideByZeroException or InvalidCastException or FormatException => true,
        _ => false,
    };
}
