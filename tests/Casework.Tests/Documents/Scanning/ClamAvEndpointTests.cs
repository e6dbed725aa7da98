using System.Net;
using System.Net.Sockets;
using Iness.Casework.Documents.Scanning;

namespace Iness.Casework.Tests.Documents.Scanning;

public sealed class ClamAvEndpointTests
{
    [Fact]
    public void TryParse_AddressAndPort_IsAnAddress()
    {
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 3310), Parse("127.0.0.1:3310"));
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 3310), Parse(" [::1]:3310 "));
    }

    [Fact]
    public void TryParse_HostAndPort_IsAName() => Assert.Equal(new DnsEndPoint("clamav", 3310), Parse("clamav:3310"));

    [Fact]
    public void TryParse_Path_IsAUnixSocket() => Assert.Equal("/run/clamav/clamd.ctl", Assert.IsType<UnixDomainSocketEndPoint>(Parse("/run/clamav/clamd.ctl")).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("clamav")]
    [InlineData(":3310")]
    [InlineData("clamav:")]
    [InlineData("clamav:0")]
    [InlineData("clamav:65536")]
    [InlineData("clamav:+3310")]
    [InlineData("http://clamav:3310")]
    public void TryParse_AnythingElse_IsRefused(string? setting) => Assert.False(ClamAvEndpoint.TryParse(setting, out _));

    private static EndPoint? Parse(string setting) => ClamAvEndpoint.TryParse(setting, out var endpoint) ? endpoint : null;
}
