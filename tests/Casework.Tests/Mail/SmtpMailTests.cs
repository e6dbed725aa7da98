using System.Net;
using System.Net.Sockets;
using Iness.Casework.Mail;
using Iness.TestKit.Servers;
using MimeKit;

namespace Iness.Casework.Tests.Mail;

public sealed class SmtpMailTests : IAsyncLifetime
{
    private SmtpServer server = null!;

    public async ValueTask InitializeAsync() => server = await SmtpServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Send_AccentsAndAttachment_ArriveAsTheyWere()
    {
        var content = new byte[100_000];
        new Random(1).NextBytes(content);
        var mail = Sender.Mail() with { Attachments = [Sender.Attachment("Accusé de réception.pdf", content)] };

        var answer = await Sender.SendAsync(mail, Sender.Smtp(server.Port));

        Assert.Equal(new MailAnswer.Accepted(), answer);
        var received = await server.MailToAsync(mail.To, TestContext.Current.CancellationToken);
        Assert.Equal(mail.Subject, received.Subject);
        Assert.Equal(mail.TextBody, received.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(mail.MessageId, received.MessageId);
        Assert.Equal("auto-generated", received.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(("Hélène Lefèbvre", mail.To), (received.To.Mailboxes.Single().Name, received.To.Mailboxes.Single().Address));
        Assert.Equal(("Région – INESS", "iness@region.example"), (received.From.Mailboxes.Single().Name, received.From.Mailboxes.Single().Address));
        var attachment = Assert.IsType<MimePart>(Assert.Single(received.Attachments));
        Assert.Equal(("Accusé de réception.pdf", "application/pdf"), (attachment.FileName, attachment.ContentType.MimeType));
        using var read = new MemoryStream();
        await attachment.Content!.DecodeToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(content, read.ToArray());
    }

    [Fact]
    public async Task Send_LineEndsInWhatPeopleTyped_AddNoHeader()
    {
        var mail = Sender.Mail() with
        {
            ToName = "Hélène\r\nBcc: voleur@example.org",
            Subject = "Dossier\nBcc: voleur@example.org\r\n\r\nautre corps",
            Attachments = [Sender.Attachment("a.pdf\r\nBcc: voleur@example.org", [1], "application/pdf\r\nBcc: voleur@example.org")],
        };

        Assert.Equal(new MailAnswer.Accepted(), await Sender.SendAsync(mail, Sender.Smtp(server.Port)));

        var received = await server.MailToAsync(mail.To, TestContext.Current.CancellationToken);
        Assert.Equal([mail.To], Assert.Single(await server.ReceivedAsync()).To);
        Assert.Empty(received.Bcc);
        Assert.DoesNotContain(received.BodyParts, part => part.Headers.Contains(HeaderId.Bcc));
        Assert.Equal("Dossier Bcc: voleur@example.org    autre corps", received.Subject);
        Assert.Equal(mail.TextBody, received.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Nom <a@example.org>")]
    [InlineData("sans-arobase")]
    [InlineData("")]
    public async Task Send_NotOneAddress_IsRefusedForGoodAndNeverLeaves(string address)
    {
        Assert.IsType<MailAnswer.RefusedForGood>(await Sender.SendAsync(Sender.Mail(address), Sender.Smtp(server.Port)));
        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task Send_UnknownRecipient_IsRefusedForGoodWithTheServersWords()
    {
        await server.RefuseAsync("parti@association.example", 550);

        var refused = Assert.IsType<MailAnswer.RefusedForGood>(await Sender.SendAsync(Sender.Mail("parti@association.example"), Sender.Smtp(server.Port)));

        Assert.Contains("550", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("No such user", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(new MailAnswer.Accepted(), await Sender.SendAsync(Sender.Mail(), Sender.Smtp(server.Port)));
    }

    [Fact]
    public async Task Send_BusyRecipient_IsForLaterAndThenAccepted()
    {
        await server.RefuseAsync("occupee@association.example", 451);
        var later = Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail("occupee@association.example"), Sender.Smtp(server.Port)));
        Assert.Contains("451", later.Reason, StringComparison.Ordinal);

        await server.RefuseAsync("occupee@association.example", 0);

        Assert.Equal(new MailAnswer.Accepted(), await Sender.SendAsync(Sender.Mail("occupee@association.example"), Sender.Smtp(server.Port)));
    }

    [Fact]
    public async Task Send_TooLarge_IsRefusedForGood()
    {
        var mail = Sender.Mail() with { Attachments = [Sender.Attachment("gros.pdf", new byte[45 * 1024 * 1024])] };

        var refused = Assert.IsType<MailAnswer.RefusedForGood>(await Sender.SendAsync(mail, Sender.Smtp(server.Port)));
        Assert.Contains("552", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_UnreadableAttachment_IsForLater()
    {
        var mail = Sender.Mail() with { Attachments = [new("a.pdf", "application/pdf", _ => throw new IOException("disque absent"))] };

        var later = Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(mail, Sender.Smtp(server.Port)));

        Assert.Contains("pièce jointe", later.Reason, StringComparison.Ordinal);
        Assert.Empty(await server.ReceivedAsync());
    }

    [Fact]
    public async Task Send_ServerDown_IsForLater()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();

        Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), Sender.Smtp(port)));
    }

    [Fact]
    public async Task Send_ServerHangs_IsForLaterOnceTheTimeIsUp()
    {
        await server.HangAsync();

        var later = Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), [.. Sender.Smtp(server.Port), ("Smtp:Timeout", "00:00:01")]));

        Assert.Contains("délai", later.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_CancelledByTheCaller_Throws()
    {
        await server.HangAsync();
        await using var services = Sender.Configured(Sender.Smtp(server.Port));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var transport = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<IMailTransport>(services);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Sender.Mail(), stop.Token));
    }
}
