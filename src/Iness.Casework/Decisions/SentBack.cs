using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>What came back to its officers, a proposal or a payment, with why; the reason is between the Région's people.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="Reason">Why, as the notes of the file keep it.</param>
public sealed record SentBack(DateTime At, Guid? By, string Reason);

/// <summary>Finds it.</summary>
public static class SentBackNotes
{
    /// <summary>The proposal that came back last, while nothing happened to the file since; null for none, or for one taken back by its author.</summary>
    public static async Task<SentBack?> SentBackAsync(this InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        return application.Status == FileStatus.UnderReview ? await db.NoteOfLastAsync(application.Id, FileAction.SendBack, cancellationToken) : null;
    }

    /// <summary>The note written with the last thing that happened to a file, when it was this; null otherwise.</summary>
    public static Task<SentBack?> NoteOfLastAsync(this InessDbContext db, Guid applicationId, FileAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (
            from change in db.StatusChanges
            where change.ApplicationId == applicationId && change.Action == action && !db.StatusChanges.Any(later => later.ApplicationId == change.ApplicationId && later.At > change.At)
            join note in db.InternalNotes on new { change.ApplicationId, change.At } equals new { note.ApplicationId, note.At }
            select new SentBack(change.At, note.By, note.Body)).FirstOrDefaultAsync(cancellationToken);
    }
}
