using System.Net;
using System.Net.Sockets;

namespace DataCatalog.Server.Messaging;

/// <summary>Finds the addresses of a host.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellation);

/// <summary>
/// The one way out over HTTP. The host is resolved when the connection is made, every address is checked, and the connection goes to a
/// checked address, so that a name which changes its mind in between gains nothing. No proxy, no redirects, no cookies.
/// </summary>
internal static class GuardedHttp
{
    private const int MostRead = 64 * 1024;

    /// <summary>Makes the handler; it is kept for the life of the process.</summary>
    public static SocketsHttpHandler Handler(bool allowPrivate, HostResolver resolve) => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 8,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = MostRead,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, cancellation) => await ConnectAsync(context.DnsEndPoint, allowPrivate, resolve, cancellation),
    };

    /// <summary>The system's resolver.</summary>
    public static Task<IPAddress[]> SystemResolver(string host, CancellationToken cancellation) => Dns.GetHostAddressesAsync(host, cancellation);

    private static async Task<Stream> ConnectAsync(DnsEndPoint target, bool allowPrivate, HostResolver resolve, CancellationToken cancellation)
    {
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal) ? [literal] : await resolve(target.Host, cancellation);
        if (!allowPrivate && addresses.Any(SpecialAddresses.Contains)) throw new ForbiddenTargetException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The host lies at an address to which nothing is sent. It does not say which: that would map the network for the asker.</summary>
internal sealed class ForbiddenTargetException() : IOException("The host of the address is not on the public internet.");
