using System.Net.Sockets;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>Which failures are of the connection and not of the command.</summary>
public static class PostgresFaults
{
    /// <summary>The server or the way to it went away.</summary>
    public static bool IsBroken(Exception exception) => exception switch
    {
        // Class 57P: the server shuts down, crashed, or is starting; class 08: the connection.
        PostgresException told => told.SqlState.StartsWith("57P", StringComparison.Ordinal) || told.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => exception.InnerException is NpgsqlException inner && IsBroken(inner),
    };

    /// <summary>The server did not answer, so that nobody knows what became of the command.</summary>
    public static bool IsUnanswered(Exception exception) => IsBroken(exception) || exception is NpgsqlException and not PostgresException;

    /// <summary>The server gave the command up because it took too long.</summary>
    public static bool IsTooSlow(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };
}
