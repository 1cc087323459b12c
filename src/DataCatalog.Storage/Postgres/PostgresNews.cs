using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>Hears what other instances committed: PostgreSQL delivers a notice with the commit that sent it, or not at all.</summary>
internal static class PostgresNews
{
    /// <summary>The one channel; what changed is the payload.</summary>
    public const string Channel = "datacatalog";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Listens until cancelled, over broken connections too; after each of these everything may have changed.</summary>
    public static async Task ListenAsync(string connectionString, Action<RegistryNews> heard, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await HearAsync(connectionString, heard, cancellation);
            }
            catch (Exception broken) when (broken is NpgsqlException or IOException or InvalidOperationException && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task HearAsync(string connectionString, Action<RegistryNews> heard, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, notice) =>
        {
            if (Enum.TryParse(notice.Payload, out RegistryNews news)) heard(news);
        };
        await connection.OpenAsync(cancellation);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        heard(RegistryNews.All);
        while (true) await connection.WaitAsync(cancellation);
    }
}
