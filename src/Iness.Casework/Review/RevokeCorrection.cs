using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Takes a correction of a cost line back. It is kept, with the day it was taken back.</summary>
public sealed class RevokeCorrection(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="correctionId">The correction.</param>
    /// <param name="who">Who takes it back.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, Guid correctionId, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var standing = await db.CostCorrections.SingleOrDefaultAsync(found => found.Id == correctionId && found.ApplicationId == applicationId && found.RevokedAt == null, cancellationToken);
        if (standing is null) return Outcome.NotFound;
        var now = time.Instant();
        if (db.OpenForReview(taken.Value, who, now) is { IsDone: false } refused) return refused;
        standing.RevokedAt = now;
        await db.CommitAsync(new(who, "CorrectionRevoked", Act.Application(applicationId), standing.Line), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
