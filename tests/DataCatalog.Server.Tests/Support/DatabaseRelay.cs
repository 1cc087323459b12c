using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace DataCatalog.Server.Tests.Support;

/// <summary>Passes bytes between the service and its PostgreSQL server, and breaks the connection where a test says.</summary>
public sealed class DatabaseRelay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<TcpClient, bool> askers = [];
    private readonly NpgsqlConnectionStringBuilder server;
    private string? word;
    private bool reaches;

    public DatabaseRelay(string connection)
    {
        server = new NpgsqlConnectionStringBuilder(connection);
        listener.Start();
        Connection = new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, SslMode = SslMode.Disable }.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>The database by way of the relay.</summary>
    public string Connection { get; }

    /// <summary>Breaks the connection at the commit of the transaction that carries a word: after the server has done it, or before it hears of it.</summary>
    public void BreakAtCommitOf(string carried, bool afterwards) => (word, reaches) = (carried, afterwards);

    /// <summary>Breaks nothing any more.</summary>
    public void Heal() => word = null;

    /// <summary>Breaks every connection and takes no more, as a server that is gone.</summary>
    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        foreach (TcpClient asker in askers.Keys) asker.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            TcpClient asker = await listener.AcceptTcpClientAsync(ended.Token);
            askers[asker] = true;
            _ = RelayAsync(asker);
        }
    }

    private async Task RelayAsync(TcpClient asker)
    {
        using (asker)
        using (var socket = new Socket(server.Host!.StartsWith('/') ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified))
        {
            EndPoint end = server.Host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(server.Host, server.Port, AddressFamily.InterNetwork);
            await socket.ConnectAsync(end, ended.Token);
            await using var target = new NetworkStream(socket);
            bool carries = false, breaking = false;
            await Task.WhenAny(PassAsync(asker.GetStream(), target, Asks), PassAsync(target, asker.GetStream(), _ => !breaking));

            // What the client says goes on, unless it is the order that is to be lost.
            bool Asks(string said)
            {
                carries |= word is { } carried && said.Contains(carried, StringComparison.Ordinal);
                breaking |= carries && word is not null && said.Contains("COMMIT\0", StringComparison.Ordinal);
                return !breaking || reaches;
            }
        }

        askers.TryRemove(asker, out _);
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Predicate<string> goesOn)
    {
        byte[] bytes = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(bytes, ended.Token)) > 0 && goesOn(Encoding.UTF8.GetString(bytes, 0, read));) await to.WriteAsync(bytes.AsMemory(0, read), ended.Token);
    }
}
