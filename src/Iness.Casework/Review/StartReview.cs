using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;

namespace Iness.Casework.Review;

/// <summary>Takes up a file that has been filed: who does is its officer from now on.</summary>
public sealed class StartReview(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it up.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="who">Who takes it up.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (taken.Refusal == Refusal.Conflict) return Outcome.Refused(Refusal.Conflict, "Ce dossier a changé depuis que vous avez ouvert cette page : quelqu'un l'a peut-être déjà pris en instruction. Le voici tel qu'il est.");
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (taken.Value.Move(FileAction.StartReview, who, time.Instant()) is { IsDone: false } refused) return refused;
        taken.Value.AssignedToId = who.AccountId;
        await db.CommitAsync(new(who, "ReviewStarted", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
