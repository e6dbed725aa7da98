using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The signatory orders that a batch be decided, or tries again what could not be; timed work does it, file by file.</summary>
public sealed class DecideBatch(InessDbContext db, TimeProvider time)
{
    /// <summary>Orders it, as it was seen.</summary>
    public async Task<Outcome> ExecuteAsync(Guid batchId, int version, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var batch = await db.DecisionBatches.SingleOrDefaultAsync(found => found.Id == batchId && found.SentAt != null, cancellationToken);
        if (batch is null) return Outcome.NotFound;
        if (batch.Version != version) return Changed;
        if (batch.StartedAt is not null && batch.EndedAt is null) return Outcome.Refused(Refusal.Conflict, "Ce lot est déjà en cours de décision.");
        if (await db.Users.AnyAsync(person => person.Id == account && (person.Capacity == null || person.Capacity == ""), cancellationToken))
            return Outcome.Refused(Refusal.NotAllowed, "Votre compte ne dit pas votre qualité, que les décisions doivent porter : demandez à un administrateur de l'inscrire.");
        var left = await db.Proposals.Standing().Where(proposal => proposal.BatchId == batchId).ToListAsync(cancellationToken);
        if (left.Count == 0) return Outcome.Refused(Refusal.Conflict, "Tous les dossiers de ce lot sont décidés.");
        foreach (var proposal in left) proposal.Failure = null;
        (batch.DecidedBy, batch.StartedAt, batch.EndedAt) = (account, time.Instant(), null);
        try
        {
            await db.CommitAsync(new(who, "BatchOrdered", $"batch/{batchId}", batch.Name), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed;
        }
    }

    private static readonly Outcome Changed = Outcome.Refused(Refusal.Conflict, "Ce lot vient de changer : relisez-le avant de décider.");
}
