using System.Net;
using System.Net.Sockets;

namespace Iness.Web.Infrastructure;

/// <summary>Where a request comes from, to count how many come from there.</summary>
internal static class ClientNetwork
{
    private const int Ipv6NetworkBytes = 8;

    /// <summary>One IPv4 address; one IPv6 network, since a single subscriber holds all the addresses of it.</summary>
    public static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var network = address.GetAddressBytes();
        network.AsSpan(Ipv6NetworkBytes).Clear();
        return new(network);
    }
}
