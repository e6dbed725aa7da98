using Iness.Casework.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Mail;

public sealed class FolderMailTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("iness-mails-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Send_NoServerConfigured_WritesAMailThatCanBeRead()
    {
        await using var services = Sender.Configured(("Folder", folder));
        var transport = services.GetRequiredService<IMailTransport>();
        var mail = Sender.Mail() with { Attachments = [Sender.Attachment("Accusé.pdf", [1, 2, 3])], MessageId = "../../x@region.example" };

        Assert.Equal(new MailAnswer.Accepted(), await transport.SendAsync(mail, TestContext.Current.CancellationToken));
        Assert.Equal(new MailAnswer.Accepted(), await transport.SendAsync(Sender.Mail("autre@example.org"), TestContext.Current.CancellationToken));

        var read = await services.GetRequiredService<MailFolder>().ReadAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal(2, read.Count);
        var written = Assert.Single(read, letter => letter.To == mail.To);
        Assert.Equal((mail.Subject, mail.TextBody), (written.Subject, written.Text.ReplaceLineEndings("\n")));
        Assert.Equal(["Accusé.pdf"], written.Attachments);
        Assert.All(Directory.GetFiles(folder), file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_FolderIsAFile_IsForLater()
    {
        var file = Path.Combine(folder, "occupé");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        Assert.IsType<MailAnswer.TryLater>(await Sender.SendAsync(Sender.Mail(), ("Folder", file)));
    }

    [Fact]
    public async Task Read_NoFolderYet_IsEmpty()
    {
        await using var services = Sender.Configured(("Folder", Path.Combine(folder, "absent")));

        Assert.Empty(await services.GetRequiredService<MailFolder>().ReadAsync(10, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("From", "pas une adresse@")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:Timeout", "00:00:00")]
    [InlineData("Smtp:Authority", "absent.pem")]
    public void Options_WrongSetting_IsRefusedAtStart(string key, string value)
    {
        using var services = Sender.Configured(("Folder", folder), (key, value));

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
    }
}
