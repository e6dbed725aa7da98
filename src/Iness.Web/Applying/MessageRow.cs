using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Applying;

/// <summary>One message of the thread.</summary>
/// <param name="Id">The message.</param>
/// <param name="IsFromService">Whether the service wrote it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="SentAt">When, UTC.</param>
/// <param name="Body">What was written.</param>
/// <param name="IsRead">Whether the other side has read it.</param>
public sealed record MessageRow(Guid Id, bool IsFromService, string Author, DateTime SentAt, string Body, bool IsRead)
{
    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<StoredDocument> Files { get; init; } = [];

    /// <summary>Who wrote it, as the thread says it.</summary>
    public string From => IsFromService ? $"La Région ({Author})" : Author;

    /// <summary>Whether the organisation sees it for the first time.</summary>
    public bool IsNew => IsFromService && !IsRead;
}

/// <summary>Reads the thread of an application.</summary>
public static class MessageThread
{
    /// <summary>Its messages with their files, the last at the end.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applicationId">The application.</param>
    /// <param name="exchanged">The documents exchanged about it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<IReadOnlyList<MessageRow>> ThreadAsync(this InessDbContext db, Guid applicationId, IEnumerable<StoredDocument> exchanged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var messages = await db.Messages.Where(message => message.ApplicationId == applicationId).OrderBy(message => message.SentAt).ThenBy(message => message.Id)
            .Join(db.Users, message => message.AuthorId, account => account.Id, (message, account) =>
                new MessageRow(message.Id, message.IsFromService, account.GivenName + " " + account.FamilyName, message.SentAt, message.Body, message.ReadAt != null))
            .ToListAsync(cancellationToken);
        var files = exchanged.Where(document => document.MessageId is not null).ToLookup(document => document.MessageId!.Value);
        return messages.ConvertAll(message => message with { Files = [.. files[message.Id]] });
    }
}
