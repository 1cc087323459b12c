using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>
/// Repeats a read once where its connection turns out to be broken, as every pooled one does after the server was restarted. Whatever runs
/// in a transaction is not repeated, and every write does.
/// </summary>
internal sealed class ReadAgain(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    /// <summary>False: the caller's transactions are their own, and rows need not be held back for a second try.</summary>
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        DbContext db = dependencies.CurrentContext.Context;
        try
        {
            return operation(db, state);
        }
        catch (Exception broken) when (MayRepeat(db, broken))
        {
            Refresh(db);
            return operation(db, state);
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        DbContext db = dependencies.CurrentContext.Context;
        try
        {
            return await operation(db, state, cancellationToken);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested && MayRepeat(db, broken))
        {
            Refresh(db);
            return await operation(db, state, cancellationToken);
        }
    }

    private static bool MayRepeat(DbContext db, Exception broken) => db.Database.CurrentTransaction is null && PostgresFaults.IsBroken(broken);

    // The others in the pool broke with it.
    private static void Refresh(DbContext db)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State == System.Data.ConnectionState.Broken) connection.Close();
        NpgsqlConnection.ClearPool(connection);
    }
}
