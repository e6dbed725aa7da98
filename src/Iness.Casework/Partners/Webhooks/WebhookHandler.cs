using System.Net;
using System.Net.Sockets;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>
/// Opens the connections of deliveries: the name is resolved here, and the address it gives is the one looked at and the one spoken to.
/// A name that leads inside for one of its addresses is refused whole.
/// </summary>
public static class WebhookHandler
{
    /// <summary>Makes one. Redirections are not followed, cookies not kept, and no proxy asked: it would resolve the name by itself.</summary>
    public static SocketsHttpHandler Create(WebhookOptions options) => Create(options, (name, cancellationToken) => Dns.GetHostAddressesAsync(name, cancellationToken));

    internal static SocketsHttpHandler Create(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = async (context, cancellationToken) =>
            {
                var name = context.DnsEndPoint.Host;
                var addresses = IPAddress.TryParse(name, out var number) ? [number] : await resolve(name, cancellationToken);
                if (!options.AllowPrivateAddresses && (addresses.Length == 0 || !Array.TrueForAll(addresses, PublicNetwork.Holds))) throw new PrivateAddressException();
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
    }
}

/// <summary>The name leads inside.</summary>
public sealed class PrivateAddressException() : IOException(WebhookAddress.Inside);
