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
        var last = db.StatusChanges.Where(change => change.ApplicationId == application.Id).OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(1);
        // The note was written with the change itself.
        return await (
            from change in last
            where change.Action == FileAction.SendBack
            join note in db.InternalNotes on new { change.ApplicationId, change.At } equals new { note.ApplicationId, note.At }
            select new SentBackProposal(change.At, note.By, note.Body)).FirstOrDefaultAsync(cancellationToken);
    }
}
