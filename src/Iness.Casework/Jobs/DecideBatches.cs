using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Decides the batches that a signatory ordered, each file in a transaction of its own. Stopped anywhere, it goes on with what is left;
/// a file that cannot be decided says why, and keeps none of the others waiting.
/// </summary>
public sealed class DecideBatches(InessDbContext db, DecideFile decide, TimeProvider time) : ITimedWork
{
    private const int Slice = 50;
    private const int LongestFailure = 500;

    // Well within the lease: no other node takes a batch up while this one is at it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Name => "decide-batches";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var (decided, failed) = (0, 0);
        var batches = await db.DecisionBatches.AsNoTracking().Where(batch => batch.StartedAt != null && batch.EndedAt == null).OrderBy(batch => batch.StartedAt).ToListAsync(cancellationToken);
        foreach (var batch in batches)
        {
            while (time.GetElapsedTime(started) < Longest)
            {
                var slice = await db.Proposals.Standing().Where(proposal => proposal.BatchId == batch.Id && proposal.Failure == null)
                    .OrderBy(proposal => proposal.Id).Take(Slice).Select(proposal => proposal.Id).ToListAsync(cancellationToken);
                if (slice.Count == 0)
                {
                    await EndAsync(batch.Id, cancellationToken);
                    break;
                }

                foreach (var proposal in slice)
                {
                    if (await DecideAsync(proposal, batch.DecidedBy!.Value, cancellationToken)) decided++;
                    else failed++;
                }
            }
        }

        return $"Décidés : {decided}. Non décidés : {failed}.";
    }

    private async Task<bool> DecideAsync(Guid proposal, Guid signatory, CancellationToken cancellationToken)
    {
        string? why;
        try
        {
            why = (await decide.ExecuteAsync(proposal, null, new(signatory, Role.Signatory), cancellationToken)).Message;
        }
        catch (DbUpdateConcurrencyException)
        {
            why = "Le dossier a été modifié pendant la décision. Essayez de nouveau.";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            why = $"Erreur technique ({failure.GetType().Name}). Essayez de nouveau.";
        }

        db.ChangeTracker.Clear();
        if (why is not null) await NoteAsync(proposal, why, cancellationToken);
        return why is null;
    }

    private async Task NoteAsync(Guid id, string why, CancellationToken cancellationToken)
    {
        // Decided or sent back by somebody meanwhile: there is nothing to note.
        if (await db.Proposals.Standing().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } proposal) return;
        proposal.Failure = why.CutTo(LongestFailure);
        await db.CommitAsync(new(Actor.System, "DecisionFailed", Act.Application(proposal.ApplicationId), why), cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task EndAsync(Guid id, CancellationToken cancellationToken)
    {
        var batch = await db.DecisionBatches.SingleAsync(found => found.Id == id, cancellationToken);
        batch.EndedAt = time.Instant();
        await db.CommitAsync(new(Actor.System, "BatchEnded", $"batch/{id}", batch.Name), cancellationToken);
        db.ChangeTracker.Clear();
    }
}
