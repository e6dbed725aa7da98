using System.Net;
using System.Net.Sockets;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>
/// Tells addresses of the Internet from those that lead back to this machine, its network or its host: an address typed by somebody must
/// not make the portal speak to what only it can reach.
/// </summary>
public static class PublicNetwork
{
    private const int Ipv4Bytes = 4;

    // Special-purpose blocks (IANA registries, RFC 6890), multicast and reserved ones.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // IPv6 blocks that hold an IPv4 address, each with the place where it stands (RFC 6052, RFC 3056).
    private static readonly (IPNetwork Block, int At)[] Carriers = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    private static readonly IPNetwork LocalTranslation = IPNetwork.Parse("64:ff9b:1::/48");

    /// <summary>Whether an address is of the Internet.</summary>
    public static bool Holds(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) return Holds(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (LocalTranslation.Contains(address)) return false;
            foreach (var (block, at) in Carriers)
            {
                if (block.Contains(address)) return Holds(new IPAddress(address.GetAddressBytes().AsSpan(at, Ipv4Bytes)));
            }
        }

        return !Array.Exists(Closed, block => block.BaseAddress.AddressFamily == address.AddressFamily && block.Contains(address));
    }
}
