using System.Net;
using System.Net.Sockets;

namespace DataCatalog.Server.Messaging;

/// <summary>Addresses that no receiver on the internet has: the IANA special-purpose registries (RFC 6890), multicast and reserved ranges.</summary>
internal static class SpecialAddresses
{
    private static readonly IPNetwork[] SpecialIPv4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Public by number, but a cloud's own door to its machines.
        "168.63.129.16/32");

    private static readonly IPNetwork GlobalIPv6 = IPNetwork.Parse("2000::/3");

    // Within the global range: protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112.
    private static readonly IPNetwork[] SpecialIPv6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /// <summary>Whether the address is one to which nothing is sent; forms that embed IPv4 (mapped, NAT64, 6to4) are special, whatever they embed.</summary>
    public static bool Contains(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => SpecialIPv4.Any(n => n.Contains(address)),
        AddressFamily.InterNetworkV6 => address.IsIPv4MappedToIPv6 || !GlobalIPv6.Contains(address) || SpecialIPv6.Any(n => n.Contains(address)),
        _ => true,
    };

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];
}
