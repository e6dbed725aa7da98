namespace Iness.Casework.Mail;

/// <summary>A mail to one person, ready to be sent.</summary>
public sealed record OutgoingMail
{
    /// <summary>Address of the person.</summary>
    public required string To { get; init; }

    /// <summary>Name of the person, when it is known.</summary>
    public string? ToName { get; init; }

    /// <summary>Subject, on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string TextBody { get; init; }

    /// <summary>« unique@domain », the same at each try, so that a mail sent twice by accident can be told.</summary>
    public required string MessageId { get; init; }

    /// <summary>Value of the header « Auto-Submitted »: nobody's answering machine is to answer.</summary>
    public string AutoSubmitted { get; init; } = "auto-generated";

    /// <summary>Files that come with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>A file that comes with a mail, opened when the mail leaves.</summary>
/// <param name="Name">File name, as the person will see it.</param>
/// <param name="MediaType">Media type, as « application/pdf ».</param>
/// <param name="OpenAsync">Opens the content.</param>
public sealed record MailAttachment(string Name, string MediaType, Func<CancellationToken, Task<Stream>> OpenAsync);
