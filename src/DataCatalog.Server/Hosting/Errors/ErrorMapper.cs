using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.OData;
using Npgsql;

namespace DataCatalog.Server.Hosting.Errors;

/// <summary>The one place that knows which refusal is which status code.</summary>
public static class ErrorMapper
{
    /// <summary>The refusal that an exception comes to, and its status.</summary>
    public static (int Status, DomainException Error) Map(Exception exception) => exception switch
    {
        DomainException domain => (StatusOf(domain.Error), domain),
        SearchUnavailableException => Of(StatusCodes.Status503ServiceUnavailable, ApiErrors.SearchUnavailable),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(StatusCodes.Status413PayloadTooLarge, ApiErrors.BodyTooLarge, "1048576"),
        BadHttpRequestException bad => Of(bad.StatusCode, ApiErrors.BadQuery, "the request is malformed."),
        ODataException odata => Of(StatusCodes.Status400BadRequest, ApiErrors.BadQuery, odata.Message),
        // ENOSPC, as the runtime reports it.
        IOException { HResult: 28 } => Of(StatusCodes.Status507InsufficientStorage, ApiErrors.DiskFull),
        SqliteException { SqliteErrorCode: 5 or 6 } => Of(StatusCodes.Status503ServiceUnavailable, CommonErrors.Busy),
        SqliteException { SqliteErrorCode: 13 } => Of(StatusCodes.Status507InsufficientStorage, ApiErrors.DiskFull),
        NpgsqlException broken when broken.IsTransient || PostgresFaults.IsBroken(broken) => Of(StatusCodes.Status503ServiceUnavailable, CommonErrors.Busy),
        _ when exception.InnerException is SqliteException or NpgsqlException => Map(exception.InnerException),
        _ => Of(StatusCodes.Status500InternalServerError, ApiErrors.Internal),
    };

    /// <summary>Status of an error.</summary>
    public static int StatusOf(ErrorCode error) => error.Code switch
    {
        "unauthorized" => StatusCodes.Status401Unauthorized,
        "method-not-allowed" => StatusCodes.Status405MethodNotAllowed,
        "unsupported-media-type" => StatusCodes.Status415UnsupportedMediaType,
        "url-too-long" => StatusCodes.Status414UriTooLong,
        "failed-dependency" => StatusCodes.Status424FailedDependency,
        "too-many-requests" => StatusCodes.Status429TooManyRequests,
        "internal-error" => StatusCodes.Status500InternalServerError,
        _ => error.Kind switch
        {
            ErrorKind.Malformed => StatusCodes.Status400BadRequest,
            ErrorKind.Rule => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
            ErrorKind.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
            ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
    };

    private static (int Status, DomainException Error) Of(int status, ErrorCode error, params object[] arguments) => (status, new DomainException(error, null, arguments));
}
