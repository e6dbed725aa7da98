using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Iness.Casework.Documents.Scanning;

/// <summary>Where clamd listens: « host:port », « [::1]:3310 », or the path of a Unix socket.</summary>
internal static class ClamAvEndpoint
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out EndPoint? endpoint)
    {
        endpoint = null;
        var setting = text?.Trim() ?? "";
        if (Path.IsPathRooted(setting))
        {
            endpoint = new UnixDomainSocketEndPoint(setting);
            return true;
        }

        var colon = setting.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(setting.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0) return false;
        var host = setting[..colon];
        if (host is ['[', .., ']']) host = host[1..^1];
        if (IPAddress.TryParse(host, out var address)) endpoint = new IPEndPoint(address, port);
        else if (Uri.CheckHostName(host) == UriHostNameType.Dns) endpoint = new DnsEndPoint(host, port);
        return endpoint is not null;
    }
}
