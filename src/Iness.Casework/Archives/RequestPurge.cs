using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>Asks for the purge of a report that was read; those who may confirm it are told by mail.</summary>
public sealed class RequestPurge(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Asks for it.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid reportId, int version, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.RequestPurges)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de demander un effacement.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Locked(db.PurgeReports).SingleOrDefaultAsync(found => found.Id == reportId, cancellationToken) is not { } report) return Outcome.NotFound;
        if (report.RequestedAt is not null || report.RefusedAt is not null || report.EndedAt is not null) return Outcome.Refused(Refusal.Conflict, "L'effacement de ce rapport a déjà été demandé.");
        if (report.Version != version) return Outcome.Refused(Refusal.Conflict, "Des dossiers se sont ajoutés à ce rapport : lisez-les avant de demander l'effacement.");
        var now = time.Instant();
        (report.RequestedBy, report.RequestedAt) = (account, now);
        var count = await db.PurgeReportLines.CountAsync(line => line.ReportId == reportId, cancellationToken);
        foreach (var person in await db.Users.Where(person => person.Role == Role.LeadOfficer && person.ClosedAt == null && person.Email != null).OrderBy(person => person.Id).ToListAsync(cancellationToken))
        {
            db.Add(OutboxMail.For(
                person,
                "Effacement de dossiers : votre confirmation est attendue",
                $"Bonjour,\n\nL'effacement de {Iness.Regulation.French.Plural(count, "dossier", "dossiers")} dont la durée de conservation est passée a été demandé. Il n'a pas lieu sans la confirmation d'une autre personne.\n\nLire le rapport, confirmer ou refuser : {portal.Of($"/administration/conservation/{reportId}")}\n",
                now));
        }

        await db.CommitAsync(new(who, "PurgeRequested", DrawPurgeReport.ActOn(reportId), $"{count} dossiers"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
