using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Whoever proposed takes the proposal back, until the signatory has it: the review goes on, and the money is free again.</summary>
public sealed class WithdrawProposal(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    /// <param name="proposalId">The proposal that was seen.</param>
    /// <param name="version">Its version.</param>
    /// <param name="who">Who takes it back.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid proposalId, int version, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Proposals.Where(found => found.Id == proposalId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(found => found.Id == proposalId, cancellationToken);
        if (proposal.By != who.AccountId) return Outcome.Refused(Refusal.NotAllowed, "Seule la personne qui a proposé peut retirer sa proposition ; le responsable d'instruction peut la renvoyer.");
        if (proposal.Version != version || proposal.SentBackAt is not null || proposal.DecidedAt is not null)
            return Outcome.Refused(Refusal.Conflict, "Cette proposition a changé depuis que vous l'avez ouverte. Relisez le dossier.");
        if (await db.IsInSentBatchAsync(proposal, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "Cette proposition est dans un lot transmis au signataire : elle ne peut plus être retirée.");

        var now = time.Instant();
        var application = await db.Applications.SingleAsync(found => found.Id == applicationId, cancellationToken);
        if (application.Move(FileAction.SendBack, who, now) is { IsDone: false } refused) return refused;
        await db.LeaveAsync(proposal, now, cancellationToken);
        await db.CommitAsync(new(who, "ProposalWithdrawn", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
