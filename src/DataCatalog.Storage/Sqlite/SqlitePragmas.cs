using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataCatalog.Storage.Sqlite;

/// <summary>
/// Sets on every connection what SQLite does not keep in the file: a commit is on the disk before it is acknowledged
/// (without FULL a power cut takes acknowledged commits), and LIKE tells cases apart, as PostgreSQL's does.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA case_sensitive_like=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        return command;
    }
}
