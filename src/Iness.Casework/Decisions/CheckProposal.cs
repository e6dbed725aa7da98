using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The lead officer's check: the proposal goes on to the signatory, or back to the officer with the reason. Nobody checks what they proposed.</summary>
public sealed class CheckProposal(InessDbContext db, TimeProvider time)
{
    /// <summary>Checks a proposal, or sends it back.</summary>
    /// <param name="proposalId">The proposal that was seen.</param>
    /// <param name="version">Its version.</param>
    /// <param name="sendsBackFor">Why it is sent back; null to let it go on.</param>
    /// <param name="who">Who checks.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid proposalId, int version, string? sendsBackFor, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (sendsBackFor is { Length: > Proposal.LongestNote }) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Proposal.LongestNote} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Proposals.Where(found => found.Id == proposalId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(found => found.Id == proposalId, cancellationToken);
        if (proposal.Version != version || proposal.SentBackAt is not null || proposal.DecidedAt is not null)
            return Outcome.Refused(Refusal.Conflict, "Cette proposition a changé depuis que vous l'avez ouverte. Relisez le dossier.");
        if (proposal.By == account) return Outcome.Refused(Refusal.NotAllowed, "Vous avez proposé cette décision : quelqu'un d'autre doit la contrôler.");

        var now = time.Instant();
        var refused = sendsBackFor is null ? Check(proposal, account, now) : await SendBackAsync(proposal, sendsBackFor, who, now, cancellationToken);
        if (!refused.IsDone) return refused;
        await db.CommitAsync(new(who, sendsBackFor is null ? "ProposalChecked" : "ProposalSentBack", Act.Application(applicationId), sendsBackFor), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Outcome Check(Proposal proposal, Guid account, DateTime now)
    {
        if (proposal.CheckedBy is not null) return Outcome.Refused(Refusal.Conflict, "Cette proposition est déjà contrôlée.");
        (proposal.CheckedBy, proposal.CheckedAt) = (account, now);
        return Outcome.Done;
    }

    private async Task<Outcome> SendBackAsync(Proposal proposal, string reason, Actor who, DateTime now, CancellationToken cancellationToken)
    {
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi la proposition est renvoyée : l'instructeur le lira.");
        if (await db.IsInSentBatchAsync(proposal, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "Cette proposition est dans un lot transmis au signataire : elle ne peut plus être renvoyée.");
        var application = await db.Applications.SingleAsync(found => found.Id == proposal.ApplicationId, cancellationToken);
        // The reason is between the Région's people: the applicant only sees that the review goes on.
        if (application.Move(FileAction.SendBack, who, now) is { IsDone: false } refused) return refused;
        await db.LeaveAsync(proposal, now, cancellationToken);
        db.Add(new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = application.Id, Body = $"Proposition renvoyée en instruction : {reason}", By = who.AccountId, At = now });
        return Outcome.Done;
    }
}
