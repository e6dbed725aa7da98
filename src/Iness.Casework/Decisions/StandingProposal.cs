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
}
