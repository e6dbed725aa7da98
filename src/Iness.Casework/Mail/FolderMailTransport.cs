using Microsoft.Extensions.Options;

namespace Iness.Casework.Mail;

/// <summary>Writes mails to a folder, one « .eml » file each: an installation without a mail server, and the demo.</summary>
internal sealed class FolderMailTransport(IOptions<MailOptions> options, TimeProvider time) : IMailTransport
{
    private readonly MailOptions mailOptions = options.Value;

    public async Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (written, answer) = await MailWriter.TryWriteAsync(mail, mailOptions.From, now, cancellation);
        using var message = written;
        if (message is null) return answer!;
        try
        {
            Directory.CreateDirectory(mailOptions.Folder);
            var file = Path.Combine(mailOptions.Folder, MailFolder.FileName(now, mail.MessageId));
            // Whoever reads the folder never sees half a mail.
            await message.WriteToAsync(file + ".part", cancellation);
            File.Move(file + ".part", file, overwrite: true);
            return new MailAnswer.Accepted();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MailAnswer.TryLater($"Le dossier des messages ne peut pas être écrit : {failure.Message}");
        }
    }
}
