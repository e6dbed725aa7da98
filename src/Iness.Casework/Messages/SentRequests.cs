using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>A request for missing items that was sent, with its letter and how it ended.</summary>
/// <param name="Request">The request.</param>
/// <param name="By">Name of the officer.</param>
/// <param name="Letter">Its letter, as PDF if it could be drawn; null for a request made without one.</param>
/// <param name="WithdrawnWhy">Why the service stopped awaiting it; null when it did not.</param>
public sealed record SentRequest(MissingItemsRequest Request, string By, StoredDocument? Letter, string? WithdrawnWhy);

/// <summary>Reads the requests of an application.</summary>
public static class SentRequests
{
    /// <summary>The requests that were sent, the last first.</summary>
    public static async Task<IReadOnlyList<SentRequest>> SentRequestsAsync(this InessDbContext db, Guid applicationId, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var requests = await db.MissingItemsRequests.AsNoTracking().Include(request => request.Items)
            .Where(request => request.ApplicationId == applicationId).OrderBy(request => request.SentAt).ThenBy(request => request.Id).ToListAsync(cancellationToken);
        if (requests.Count == 0) return [];
        var letters = await db.MissingItemsLettersAsync(applicationId, cancellationToken);
        var officers = requests.Select(request => request.SentBy).ToHashSet();
        var names = await db.Users.AsNoTracking().Where(account => officers.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.FullName, cancellationToken);
        var stops = await db.StatusChanges.AsNoTracking().Where(change => change.ApplicationId == applicationId && change.Action == FileAction.StopAwaiting).ToListAsync(cancellationToken);
        return
        [
            .. requests.Select((request, place) => new SentRequest(
                request,
                names.GetValueOrDefault(request.SentBy, "Un agent de la Région"),
                LetterOf(letters, number, place),
                stops.Find(stop => stop.At == request.AnsweredAt)?.Note)).Reverse(),
        ];
    }

    /// <summary>The letters of the requests of an application.</summary>
    public static Task<List<StoredDocument>> MissingItemsLettersAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.AsNoTracking().Where(document => document.ApplicationId == applicationId && document.Kind == MissingItemsLetter.Kind && document.RemovedAt == null).ToListAsync(cancellationToken);
    }

    /// <summary>The documents exchanged about an application: those sent with messages, and the letters of its requests.</summary>
    public static Task<List<StoredDocument>> ExchangedDocumentsAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.AsNoTracking()
            .Where(document => document.ApplicationId == applicationId && (document.MessageId != null || document.Kind == MissingItemsLetter.Kind) && document.RemovedAt == null)
            .OrderBy(document => document.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The letter of the request of a place, from 0 in the order of sending: its PDF before its HTML; null when it has none.</summary>
    public static StoredDocument? LetterOf(IReadOnlyList<StoredDocument> letters, string number, int place)
    {
        var name = MissingItemsLetter.FileName(number, place + 1);
        return letters.FirstOrDefault(letter => letter.FileName == $"{name}.pdf") ?? letters.FirstOrDefault(letter => letter.FileName == $"{name}.html");
    }
}
