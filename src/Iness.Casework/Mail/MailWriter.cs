using System.Text;
using MimeKit;
using MimeKit.IO;

namespace Iness.Casework.Mail;

/// <summary>Writes a mail as it travels. What people typed (names, subjects, file names) can hold anything: no line end of theirs reaches a header.</summary>
internal static class MailWriter
{
    /// <summary>The message; or, when there can be none, the answer to give.</summary>
    public static async Task<(MimeMessage? Message, MailAnswer? Answer)> TryWriteAsync(OutgoingMail mail, string from, DateTimeOffset date, CancellationToken cancellation)
    {
        if (ReadAddress(mail.To) is not { } to) return (null, new MailAnswer.RefusedForGood("L’adresse du destinataire n’est pas valable."));
        try
        {
            return (await WriteAsync(mail, to, from, date, cancellation), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, new MailAnswer.TryLater($"Une pièce jointe ne peut pas être lue : {failure.Message}"));
        }
    }

    /// <summary>The address, when it is one and only one.</summary>
    private static MailboxAddress? ReadAddress(string address) =>
        !address.Any(letter => char.IsControl(letter) || letter is '<' or '>' or ',' or ';')
        && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address.Trim() && mailbox.Domain.Length > 0
            ? mailbox
            : null;

    private static async Task<MimeMessage> WriteAsync(OutgoingMail mail, MailboxAddress to, string from, DateTimeOffset date, CancellationToken cancellation)
    {
        to.Name = mail.ToName is { } name ? OneLine(name) : null;
        var message = new MimeMessage { Date = date, MessageId = mail.MessageId, Subject = OneLine(mail.Subject) };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(to);
        message.Headers.Add(HeaderId.AutoSubmitted, OneLine(mail.AutoSubmitted));

        var text = new TextPart("plain") { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        text.SetText(Encoding.UTF8, mail.TextBody);
        message.Body = mail.Attachments is [] ? text : await WithAsync(text, mail.Attachments, cancellation);
        return message;
    }

    private static async Task<Multipart> WithAsync(TextPart text, IReadOnlyList<MailAttachment> attachments, CancellationToken cancellation)
    {
        var parts = new Multipart("mixed") { text };
        foreach (var attachment in attachments)
        {
            // A message is measured before it is sent: its parts are read twice.
            var content = new MemoryBlockStream();
            await using (var source = await attachment.OpenAsync(cancellation)) await source.CopyToAsync(content, cancellation);
            content.Position = 0;
            parts.Add(new MimePart(ContentType.TryParse(attachment.MediaType, out var type) ? type : new ContentType("application", "octet-stream"))
            {
                Content = new MimeContent(content),
                ContentTransferEncoding = ContentEncoding.Base64,
                ContentDisposition = new(ContentDisposition.Attachment),
                FileName = OneLine(attachment.Name),
            });
        }

        return parts;
    }

    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (line, text) =>
        {
            for (var i = 0; i < text.Length; i++) line[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
        }).Trim();
}
