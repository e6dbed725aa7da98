using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>A proposal that came back to its officer, with why; the reason is between the Région's people.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="Reason">Why, as the notes of the file keep it.</param>
public sealed record SentBackProposal(DateTime At, Guid? By, string Reason);

/// <summary>Finds it.</summary>
public static class SentBackProposals
{
    /// <summary>The proposal that came back last, while nothing happened to the file since; null for none, or for one taken back by its author.</summary>
    public static async Task<SentBackProposal?> SentBackAsync(this InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        if (application.Status != FileStatus.UnderReview) return null;
        // The note was written with the change itself.
        return await (
            from change in db.StatusChanges
            where change.ApplicationId == application.Id && change.Action == FileAction.SendBack && !db.StatusChanges.Any(later => later.ApplicationId == change.ApplicationId && later.At > change.At)
            join note in db.InternalNotes on new { change.ApplicationId, change.At } equals new { note.ApplicationId, note.At }
            select new SentBackProposal(change.At, note.By, note.Body)).FirstOrDefaultAsync(cancellationToken);
    }
}
