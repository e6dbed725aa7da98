using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Keeps what lists and searches show of a file in step with its review.</summary>
internal static class RelistFile
{
    /// <summary>Writes the row anew, from what rulings, corrections and retained facts now say: within the transaction that changes them, once they are saved.</summary>
    public static async Task RelistAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken, DateOnly? grantedOn = null)
    {
        var file = await FileUnderReview.LoadAsync(db, applicationId, cancellationToken, grantedOn);
        var listing = await db.Listings.SingleOrDefaultAsync(found => found.ApplicationId == applicationId, cancellationToken);
        if (file is null || listing is null) return;
        var now = FileListings.Of(file.Application, file.Application.Organisation!, file.Reviewed.Assessment);
        (listing.Siret, listing.Department, listing.Town, listing.Search) = (now.Siret, now.Department, now.Town, now.Search);
        (listing.Eligible, listing.CostCategories) = (now.Eligible, now.CostCategories);
        (listing.Verdict, listing.Aid) = (file.Reviewed.Verdict, file.Reviewed.Aid);
        await db.SaveChangesAsync(cancellationToken);
    }
}
