using Iness.Casework.Mail;
using Iness.TestKit.Servers;

namespace Iness.Casework.Tests.Mail;

public sealed class SmtpSecurityTests : IDisposable
{
    private const string Password = "Un secret é&<>";
    private readonly string authority = Path.GetTempFileName();

    public void Dispose() => File.Delete(authority);

    [Fact]
    public async Task Send_UntrustedCertificate_IsForLaterWithTheReason()
    {
        await using var server = await SmtpServer.StartAsync(new(Certificate: LoopbackCertificate.Create()));

        var later = Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), Sender.Smtp(server.Port, "StartTls")));

        Assert.Contains("certificat", later.Reason, StringComparison.Ordinal);
        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task Send_PrivateAuthorityAndAccount_TravelsEncryptedInTheNameOfTheAccount()
    {
        var certificate = LoopbackCertificate.Create();
        await using var server = await SmtpServer.StartAsync(new("iness", Password, certificate));

        Assert.Equal(new MailAnswer.Accepted(), await SendTrustingAsync(server, certificate, Password));

        var received = Assert.Single(await server.ReceivedAsync());
        Assert.True(received.Secure);
        Assert.Equal("iness", received.User);
    }

    [Fact]
    public async Task Send_CertificateOfAnotherName_IsForLaterEvenVouchedFor()
    {
        var certificate = LoopbackCertificate.Create("autre.example");
        await using var server = await SmtpServer.StartAsync(new("iness", Password, certificate));

        Assert.IsType<MailAnswer.TryLater>(await SendTrustingAsync(server, certificate, Password));

        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task Send_WrongPassword_IsForLaterWithTheReason()
    {
        var certificate = LoopbackCertificate.Create();
        await using var server = await SmtpServer.StartAsync(new("iness", Password, certificate));

        var later = Assert.IsType<MailAnswer.TryLater>(await SendTrustingAsync(server, certificate, "autre"));

        Assert.Contains("mot de passe", later.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("autre", later.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AccountMissing_IsForLater()
    {
        var certificate = LoopbackCertificate.Create();
        await using var server = await SmtpServer.StartAsync(new("iness", Password, certificate));
        await File.WriteAllTextAsync(authority, certificate.Pem, TestContext.Current.CancellationToken);

        Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), Sender.Smtp(server.Port, "StartTls", ("Smtp:Authority", authority))));
    }

    [Fact]
    public async Task Send_ServerWithoutStartTls_IsForLaterAndNothingLeavesInClear()
    {
        await using var server = await SmtpServer.StartAsync();

        Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), Sender.Smtp(server.Port, "StartTls")));

        Assert.Empty(await server.ReceivedAsync());
    }

    private async Task<MailAnswer> SendTrustingAsync(SmtpServer server, LoopbackCertificate certificate, string password)
    {
        await File.WriteAllTextAsync(authority, certificate.Pem, TestContext.Current.CancellationToken);
        return await Sender.SendAsync(Sender.Mail(), Sender.Smtp(server.Port, "StartTls",
            ("Smtp:Authority", authority), ("Smtp:User", "iness"), ("Smtp:Password", password)));
    }
}
