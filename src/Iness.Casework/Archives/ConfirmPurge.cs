using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>The second person confirms the purge that another asked for, or refuses it.</summary>
public sealed class ConfirmPurge(InessDbContext db, TimeProvider time)
{
    /// <summary>Confirms it: timed work then erases the files.</summary>
    public Task<Outcome> ExecuteAsync(Guid reportId, Actor who, CancellationToken cancellationToken) =>
        AnswerAsync(reportId, who, "PurgeConfirmed", (report, account, now) => (report.ConfirmedBy, report.ConfirmedAt) = (account, now), cancellationToken);

    /// <summary>Refuses it: nothing is erased.</summary>
    public Task<Outcome> RefuseAsync(Guid reportId, Actor who, CancellationToken cancellationToken) =>
        AnswerAsync(reportId, who, "PurgeRefused", (report, _, now) => report.RefusedAt = now, cancellationToken);

    private async Task<Outcome> AnswerAsync(Guid reportId, Actor who, string act, Action<PurgeReport, Guid, DateTime> answer, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.ConfirmPurges)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de confirmer un effacement.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Locked(db.PurgeReports).SingleOrDefaultAsync(found => found.Id == reportId, cancellationToken) is not { } report) return Outcome.NotFound;
        if (report.RequestedBy is not { } requester) return Outcome.Refused(Refusal.Conflict, "Personne n'a encore demandé cet effacement.");
        if (report.ConfirmedAt is not null || report.RefusedAt is not null) return Outcome.Refused(Refusal.Conflict, "Une réponse a déjà été donnée à cette demande d'effacement.");
        // Whatever their role has become since.
        if (requester == account) return Outcome.Refused(Refusal.NotAllowed, "Vous avez demandé cet effacement : une autre personne doit le confirmer.");
        answer(report, account, time.Instant());
        await db.CommitAsync(new(who, act, DrawPurgeReport.ActOn(reportId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
