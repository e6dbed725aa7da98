using System.Globalization;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Iness.Casework.Mail;

/// <summary>A mail of the folder.</summary>
public sealed record WrittenMail(string To, string Subject, DateTimeOffset Date, string Text, IReadOnlyList<string> Attachments);

/// <summary>Reads the mails that were written to the folder for want of an SMTP server.</summary>
public sealed class MailFolder(IOptions<MailOptions> options)
{
    private const string Extension = ".eml";

    /// <summary>The latest mails, the newest first.</summary>
    public async Task<IReadOnlyList<WrittenMail>> ReadAsync(int atMost, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(options.Value.Folder);
        if (!folder.Exists) return [];
        var mails = new List<WrittenMail>();
        foreach (var file in folder.EnumerateFiles("*" + Extension).OrderByDescending(file => file.Name, StringComparer.Ordinal).Take(atMost))
        {
            using var message = await MimeMessage.LoadAsync(file.FullName, cancellation);
            mails.Add(new(
                message.To.Mailboxes.FirstOrDefault()?.Address ?? "",
                message.Subject ?? "",
                message.Date,
                message.TextBody ?? "",
                [.. message.Attachments.OfType<MimePart>().Select(part => part.FileName ?? "")]));
        }

        return mails;
    }

    /// <summary>Sorts by date of sending; nothing of the identifier leaves the folder.</summary>
    internal static string FileName(DateTimeOffset date, string messageId) => string.Create(CultureInfo.InvariantCulture,
        $"{date.UtcDateTime:yyyyMMdd'T'HHmmss.fff}-{string.Concat(messageId.Take(80).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}{Extension}");
}
