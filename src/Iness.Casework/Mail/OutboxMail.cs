using Iness.Casework.Accounts;
using Iness.Casework.Audit;

namespace Iness.Casework.Mail;

/// <summary>A mail to send, written in the transaction of what it tells: neither goes without the other.</summary>
public sealed class OutboxMail : ITechnicalRecord
{
    /// <summary>Identifier, also of the message sent, so that a mail sent twice is seen as one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Address.</summary>
    public required string To { get; init; }

    /// <summary>Name of the addressee.</summary>
    public required string ToName { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>A document to attach, once it is there.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The application it is about.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it is next to be tried, UTC; null once sent or refused.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>How many times it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTime? RefusedAt { get; set; }

    /// <summary>What the last try met.</summary>
    public string? LastError { get; set; }

    /// <summary>A mail to a person, due at once. Add it to the database in the transaction of what it tells.</summary>
    public static OutboxMail For(Account account, string subject, string body, DateTime now, Guid? applicationId = null, Guid? documentId = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        return For(account.Email!, account.FullName, subject, body, now, applicationId, documentId);
    }

    /// <summary>A mail to an address, due at once.</summary>
    public static OutboxMail For(string address, string name, string subject, string body, DateTime now, Guid? applicationId = null, Guid? documentId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        To = address,
        ToName = name,
        Subject = subject,
        Body = body,
        ApplicationId = applicationId,
        DocumentId = documentId,
        CreatedAt = now,
        DueAt = now,
    };
}
