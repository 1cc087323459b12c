using System.Data.Common;
using DataCatalog.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataCatalog.Storage;

/// <summary>
/// Writes the audit events and index tasks of a save in its transaction. Nobody reads them back from the change tracker, where each would
/// cost as much as the row that it goes with: a database that takes batches gets one, the other a prepared command for each row.
/// </summary>
internal static class Inserts
{
    private const string Event =
        "INSERT INTO audit_events (sequence, at, actor_id, actor_name, action, subject_type, subject_id, changes, reason, request_id, previous_hash, hash) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)";

    private const string IndexTask = "INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) VALUES (@p0, @p1, @p1, 0)";

    /// <summary>Writes the events.</summary>
    public static Task EventsAsync(RegistryDb db, IReadOnlyCollection<AuditEvent> events, CancellationToken cancellation) =>
        RunAsync(db, Event, events, Values, cancellation);

    /// <summary>Writes a task for each dataset.</summary>
    public static Task TasksAsync(RegistryDb db, IReadOnlyCollection<Guid> datasets, DateTime now, CancellationToken cancellation) =>
        RunAsync(db, IndexTask, datasets, id => [id, now], cancellation);

    private static object?[] Values(AuditEvent e) =>
        [e.Sequence, e.At, e.ActorId, e.ActorName, e.Action, e.SubjectType, e.SubjectId, e.Changes, e.Reason, e.RequestId, e.PreviousHash, e.Hash];

    private static async Task RunAsync<T>(
        RegistryDb db, string sql, IReadOnlyCollection<T> rows, Func<T, object?[]> values, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        DbConnection connection = db.Database.GetDbConnection();
        DbTransaction transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (connection.CanCreateBatch) await BatchAsync(connection, transaction, sql, rows.Select(values), cancellation);
        else await EachAsync(connection, transaction, sql, rows.Select(values), cancellation);
    }

    private static async Task BatchAsync(
        DbConnection connection, DbTransaction transaction, string sql, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using DbBatch batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (object?[] row in rows)
        {
            DbBatchCommand command = batch.CreateBatchCommand();
            command.CommandText = sql;
            for (int i = 0; i < row.Length; i++) Fill(Named(command.CreateParameter(), i, command.Parameters), row[i]);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task EachAsync(
        DbConnection connection, DbTransaction transaction, string sql, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                Fill(i < command.Parameters.Count ? command.Parameters[i] : Named(command.CreateParameter(), i, command.Parameters), row[i]);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static DbParameter Named(DbParameter parameter, int place, DbParameterCollection parameters)
    {
        parameter.ParameterName = $"@p{place}";
        parameters.Add(parameter);
        return parameter;
    }

    private static void Fill(DbParameter parameter, object? value) => parameter.Value = value ?? DBNull.Value;
}
