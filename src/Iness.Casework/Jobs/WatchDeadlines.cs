using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Tells, each day, of the files that must be answered soon, or should have been: at ten days, at three, once passed. Once each. It tells
/// the officer in charge, those who assign the files while nobody is; the signatories too of a file that waits for their signature; and,
/// of an appeal against a decision, those who can open the file again or reject it.
/// </summary>
public sealed class WatchDeadlines(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int Soon = 10;
    private const int VerySoon = 3;

    // A portal stopped for days still tells, but does not read every old file each day.
    private const int LatestAfter = 30;

    /// <inheritdoc/>
    public string Name => "watch-deadlines";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var (from, until) = (today.AddDays(-LatestAfter), today.AddDays(Soon));
        var near = await db.Applications.AsNoTracking()
            .Where(application => application.RespondBy >= from && application.RespondBy <= until)
            .OrderBy(application => application.RespondBy).Select(application => application.Id).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var application in near) told += await TellAsync(application, today, cancellationToken);
        return $"Dossiers à répondre bientôt ou en retard : {near.Count}, messages écrits : {told}.";
    }

    private async Task<int> TellAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(id, cancellationToken);
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == id, cancellationToken);
        // While the applicant is awaited nothing runs, and the day may still come nearer.
        if (await db.DeadlineAsync(application, today, cancellationToken) is not { Day: { } day, Clock: { State: not ClockState.Suspended } clock }) return 0;
        var left = day.DayNumber - today.DayNumber;
        if (left > Soon) return 0;
        var subject = Subject(application, day, left, clock.IsOnAppeal);
        var known = await db.Outbox.Where(mail => mail.ApplicationId == id && mail.Subject == subject).Select(mail => mail.To).ToListAsync(cancellationToken);
        var untold = (await ConcernedAsync(application, cancellationToken)).FindAll(officer => !known.Contains(officer.Email!));
        if (untold.Count == 0) return 0;
        foreach (var officer in untold) db.Add(OutboxMail.For(officer, subject, Body(application, left, day, clock.IsOnAppeal), time.Instant(), id));
        await db.NoteAsync(new(Actor.System, "DeadlineTold", Act.Application(id)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return untold.Count;
    }

    private async Task<List<Account>> ConcernedAsync(Application application, CancellationToken cancellationToken)
    {
        if (!application.Status.AwaitsDecision()) return await db.WithRolesAsync([Role.LeadOfficer, Role.Signatory], cancellationToken);
        var officers = await db.InChargeAsync(application, cancellationToken);
        return await IsWithSignatoryAsync(application, cancellationToken)
            ? [.. officers, .. (await db.WithRolesAsync([Role.Signatory], cancellationToken)).Where(signatory => officers.TrueForAll(officer => officer.Id != signatory.Id))]
            : officers;
    }

    /// <summary>Whether the signatory has it: checked and in no batch, or in one that was sent.</summary>
    private async Task<bool> IsWithSignatoryAsync(Application application, CancellationToken cancellationToken) =>
        application.Status == FileStatus.Proposed
        && await db.StandingProposalAsync(application.Id, cancellationToken) is { CheckedBy: not null } proposal
        && (proposal.BatchId is null || await db.IsInSentBatchAsync(proposal, cancellationToken));

    private static string Subject(Application application, DateOnly day, int left, bool isOnAppeal)
    {
        var to = isOnAppeal ? "répondre au recours" : "répondre";
        return left switch
        {
            < 0 => $"Dossier {application.Number} : le délai {(isOnAppeal ? "de réponse au recours" : "de réponse")} est passé depuis le {French.Date(day)}",
            <= VerySoon => $"Dossier {application.Number} : {VerySoon} jours ou moins pour {to}, le {French.Date(day)} au plus tard",
            _ => $"Dossier {application.Number} : {Soon} jours ou moins pour {to}, le {French.Date(day)} au plus tard",
        };
    }

    private string Body(Application application, int left, DateOnly day, bool isOnAppeal)
    {
        var what = isOnAppeal
            ? left < 0 ? $"Sans réponse de la Région le {French.Date(day)}, le recours est réputé rejeté depuis ce jour." : $"Sans réponse de la Région le {French.Date(day)}, le recours sera réputé rejeté ce jour-là."
            : left < 0 ? $"Sans décision de la Région le {French.Date(day)}, la demande est réputée rejetée depuis ce jour." : $"Sans décision de la Région le {French.Date(day)}, la demande sera réputée rejetée ce jour-là.";
        var place = application.Status.AwaitsDecision() ? "" : "/decision";
        return $"Bonjour,\n\n{what}\n\n{(application.AssignedToId is null ? "Ce dossier n'est confié à personne.\n\n" : "")}{portal.Of($"/dossiers/{application.Number}{place}")}\n";
    }
}
