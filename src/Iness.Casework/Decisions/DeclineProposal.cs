using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The signatory does not decide what is proposed: the file goes back to its officer, out of its batch, with the reason. The others of the batch stay in it.</summary>
public sealed class DeclineProposal(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Sends it back.</summary>
    /// <param name="proposalId">The proposal that was seen.</param>
    /// <param name="version">Its version.</param>
    /// <param name="reason">Why; it stays between the Région's people.</param>
    /// <param name="who">Who declines.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid proposalId, int version, string reason, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reason);
        reason = reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi vous ne décidez pas : l'instructeur le lira.");
        if (reason.Length > Proposal.LongestNote) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Proposal.LongestNote} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Proposals.Where(found => found.Id == proposalId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(found => found.Id == proposalId, cancellationToken);
        if (proposal.Version != version || proposal.SentBackAt is not null || proposal.DecidedAt is not null)
            return Outcome.Refused(Refusal.Conflict, "Cette proposition a changé depuis que vous l'avez ouverte. Relisez le dossier.");
        if (proposal.BatchId is { } batch && await db.DecisionBatches.AnyAsync(found => found.Id == batch && found.StartedAt != null && found.EndedAt == null, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Le lot de cette proposition est en train d'être décidé : attendez qu'il soit fini.");

        var now = time.Instant();
        var application = await db.Applications.SingleAsync(found => found.Id == applicationId, cancellationToken);
        if (application.Move(FileAction.SendBack, who, now) is { IsDone: false } refused) return refused;
        await db.LeaveAsync(proposal, now, cancellationToken);
        db.Add(new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = $"Proposition renvoyée par le signataire : {reason}", By = who.AccountId, At = now });
        foreach (var officer in await db.Users.Where(account => (account.Id == proposal.By || account.Id == proposal.CheckedBy) && account.ClosedAt == null && account.Email != null).ToListAsync(cancellationToken))
            db.Add(OutboxMail.For(officer, $"Dossier {application.Number} : proposition renvoyée par le signataire", $"Bonjour,\n\nLe signataire n'a pas décidé le dossier {application.Number} : il est de nouveau en instruction. Sa raison est dans les notes du dossier.\n\n{portal.Of($"/dossiers/{application.Number}/echanges")}\n", now, applicationId));
        await db.CommitAsync(new(who, "ProposalDeclined", Act.Application(applicationId), reason), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
