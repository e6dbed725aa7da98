using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Gathers checked proposals into a batch, or frees those of a batch not sent yet.</summary>
public sealed class PrepareBatch(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 120;

    private const string Changed = "Une proposition au moins a changé pendant ce temps : relisez la liste, puis préparez le lot de nouveau.";

    /// <summary>Gathers these proposals; all that can be when none is named.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(string name, IReadOnlyCollection<Guid>? proposals, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName) return Outcome.Refused(Refusal.Invalid, $"Donnez un nom au lot, de {LongestName} caractères au plus.");
        var wanted = db.ReadyForBatch();
        if (proposals is not null) wanted = wanted.Where(proposal => proposals.Contains(proposal.Id));
        var chosen = await wanted.ToListAsync(cancellationToken);
        if (proposals is { Count: > 0 } && chosen.Count != proposals.Distinct().Count()) return Outcome.Refused(Refusal.Conflict, await TakenAsync(proposals, cancellationToken) ?? Changed);
        if (chosen.Count == 0) return Outcome.Refused(Refusal.Invalid, "Choisissez au moins une proposition contrôlée.");
        var now = time.Instant();
        var batch = new DecisionBatch { Id = Guid.CreateVersion7(now), Name = name, CreatedBy = account, CreatedAt = now };
        db.Add(batch);
        foreach (var proposal in chosen) (proposal.BatchId, proposal.Failure) = (batch.Id, null);
        try
        {
            await db.CommitAsync(new(who, "BatchPrepared", $"batch/{batch.Id}", name), cancellationToken);
            return batch.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, Changed);
        }
    }

    private async Task<string?> TakenAsync(IReadOnlyCollection<Guid> proposals, CancellationToken cancellationToken)
    {
        var taken = await (
            from proposal in db.Proposals
            where proposals.Contains(proposal.Id)
            join batch in db.DecisionBatches on proposal.BatchId equals batch.Id
            join application in db.Applications on proposal.ApplicationId equals application.Id
            orderby application.Number
            select new { application.Number, batch.Name }).FirstOrDefaultAsync(cancellationToken);
        return taken is null ? null : $"Le dossier {taken.Number} est déjà dans le lot « {taken.Name} » : relisez la liste, puis préparez le lot de nouveau.";
    }

    /// <summary>Frees the proposals of a batch not sent yet, and takes it away.</summary>
    public async Task<Outcome> DiscardAsync(Guid batchId, Actor who, CancellationToken cancellationToken)
    {
        var batch = await db.DecisionBatches.SingleOrDefaultAsync(found => found.Id == batchId, cancellationToken);
        if (batch is null) return Outcome.NotFound;
        if (batch.SentAt is not null) return Outcome.Refused(Refusal.Conflict, "Ce lot est déjà transmis au signataire.");
        foreach (var proposal in await db.Proposals.Where(found => found.BatchId == batchId).ToListAsync(cancellationToken)) proposal.BatchId = null;
        db.Remove(batch);
        try
        {
            await db.CommitAsync(new(who, "BatchDiscarded", $"batch/{batchId}", batch.Name), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Ce lot vient de changer : relisez-le.");
        }
    }

    /// <summary>Takes a batch back from the signatory, until its decision is ordered: its list may change again.</summary>
    public async Task<Outcome> RecallAsync(Guid batchId, int version, Actor who, CancellationToken cancellationToken)
    {
        var batch = await db.DecisionBatches.SingleOrDefaultAsync(found => found.Id == batchId, cancellationToken);
        if (batch is null) return Outcome.NotFound;
        if (batch.StartedAt is not null) return Outcome.Refused(Refusal.Conflict, "La décision de ce lot est ordonnée : il ne peut plus être repris.");
        if (batch.SentAt is null || batch.Version != version) return Outcome.Refused(Refusal.Conflict, "Ce lot vient de changer : relisez-le.");
        batch.SentAt = null;
        try
        {
            await db.CommitAsync(new(who, "BatchRecalled", $"batch/{batchId}", batch.Name), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Ce lot vient de changer : relisez-le.");
        }
    }
}
