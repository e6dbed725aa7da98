using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Sends a batch to the signatories: its list no longer changes, and they are told by mail.</summary>
public sealed class SendBatch(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Sends it, as it was seen.</summary>
    public async Task<Outcome> ExecuteAsync(Guid batchId, int version, Actor who, CancellationToken cancellationToken)
    {
        var batch = await db.DecisionBatches.SingleOrDefaultAsync(found => found.Id == batchId, cancellationToken);
        if (batch is null) return Outcome.NotFound;
        if (batch.SentAt is not null) return Outcome.Refused(Refusal.Conflict, "Ce lot est déjà transmis au signataire.");
        if (batch.Version != version) return Changed;
        var count = await db.Proposals.Standing().CountAsync(proposal => proposal.BatchId == batchId, cancellationToken);
        if (count == 0) return Outcome.Refused(Refusal.Conflict, "Ce lot ne contient plus aucune proposition.");
        var now = time.Instant();
        batch.SentAt = now;
        foreach (var signatory in await db.Users.Where(account => account.Role == Role.Signatory && account.ClosedAt == null).ToListAsync(cancellationToken))
            db.Add(OutboxMail.For(signatory, $"Lot à décider : {batch.Name}", $"Bonjour,\n\nLe lot « {batch.Name} » attend votre décision ({count} dossier{(count > 1 ? "s" : "")}).\n\nLe lire et décider : {portal.Of($"/lots/{batch.Id}")}\n", now));
        try
        {
            await db.CommitAsync(new(who, "BatchSent", $"batch/{batchId}", batch.Name), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed;
        }
    }

    private static readonly Outcome Changed = Outcome.Refused(Refusal.Conflict, "Ce lot vient de changer : relisez-le avant de le transmettre.");
}
