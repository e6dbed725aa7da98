using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Takes a ruling back: the finding decides again. The ruling is kept, with the day it was taken back.</summary>
public sealed class RevokeRuling(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="provision">The provision ruled on.</param>
    /// <param name="who">Who takes it back.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, string provision, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var standing = await db.Rulings.SingleOrDefaultAsync(found => found.ApplicationId == applicationId && found.Provision == provision && found.RevokedAt == null, cancellationToken);
        if (standing is null) return Outcome.NotFound;
        var now = time.Instant();
        if (db.OpenForReview(taken.Value, who, now) is { IsDone: false } refused) return refused;
        standing.RevokedAt = now;
        await db.CommitAsync(new(who, "RulingRevoked", Act.Application(applicationId), provision), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
