using System.Net;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Webhooks;

namespace Iness.Casework.Tests.Partners;

/// <summary>The portal speaks to the Internet, never to itself or its network.</summary>
public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("http://partenaire.fr/")]
    [InlineData("ftp://partenaire.fr/")]
    [InlineData("partenaire.fr")]
    [InlineData("/iness")]
    [InlineData("https://cle:secret@partenaire.fr/")]
    [InlineData("https://partenaire.fr/#suite")]
    [InlineData("https://localhost/")]
    [InlineData("https://portail.localhost/")]
    [InlineData("https://intranet/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public void Address_ThatCannotBe_IsRefused(string address) => Assert.NotNull(WebhookAddress.WhyNot(address, new()));

    [Theory]
    [InlineData("https://partenaire.fr/iness?cle=1")]
    [InlineData("https://partenaire.fr:8443/iness")]
    [InlineData("https://93.184.215.14/")]
    public void Address_OfTheInternet_IsAccepted(string address) => Assert.Null(WebhookAddress.WhyNot(address, new()));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("100.64.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::5db8:d70e")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("ff02::1")]
    public void Network_Inside_IsClosed(string address) => Assert.False(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void Network_Public_IsOpen(string address) => Assert.True(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Fact]
    public void Events_OfTheLifecycle_AreAllToldButWhatPreparesADecision()
    {
        Assert.Equal([FileAction.DeleteDraft, FileAction.Propose, FileAction.SendBack], Enum.GetValues<FileAction>().Where(action => WebhookEvents.Of(action) is null));
        var names = WebhookEvents.All.Select(told => told.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        // All of them together fit in what is kept.
        Assert.True(string.Join(' ', names).Length <= 500);
    }
}
