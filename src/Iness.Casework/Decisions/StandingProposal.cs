using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The proposals that wait for a decision.</summary>
public static class StandingProposal
{
    /// <summary>Those neither sent back nor decided.</summary>
    public static IQueryable<Proposal> Standing(this IQueryable<Proposal> proposals) => proposals.Where(proposal => proposal.SentBackAt == null && proposal.DecidedAt == null);

    /// <summary>That of an application; null when there is none.</summary>
    public static Task<Proposal?> StandingProposalAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Proposals.Standing().Where(proposal => proposal.ApplicationId == applicationId).OrderByDescending(proposal => proposal.At).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sends it back: it leaves its batch, and whoever has that batch before them is told that it changed.</summary>
    internal static async Task LeaveAsync(this InessDbContext db, Proposal proposal, DateTime now, CancellationToken cancellationToken)
    {
        if (proposal.BatchId is { } id) db.Entry(await db.Locked(db.DecisionBatches).SingleAsync(batch => batch.Id == id, cancellationToken)).Property(batch => batch.Version).IsModified = true;
        (proposal.SentBackAt, proposal.BatchId) = (now, null);
    }

    /// <summary>Whether it is in a batch that the signatory has, and that has not failed to decide it: it is no longer the officers'.</summary>
    public static Task<bool> IsInSentBatchAsync(this InessDbContext db, Proposal proposal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(proposal);
        return proposal is { BatchId: { } batch, Failure: null } ? db.DecisionBatches.AnyAsync(found => found.Id == batch && found.SentAt != null, cancellationToken) : Task.FromResult(false);
    }
}
