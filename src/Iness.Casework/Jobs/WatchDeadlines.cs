using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Tells the officer in charge, each day, of the files that must be answered soon, or should have been: at ten days, at three, once passed. Once each.</summary>
public sealed class WatchDeadlines(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int Soon = 10;
    private const int VerySoon = 3;

    /// <inheritdoc/>
    public string Name => "watch-deadlines";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var until = today.AddDays(Soon);
        var near = await db.Applications.AsNoTracking()
            .Where(application => application.RespondBy <= until && application.AssignedToId != null
                && (application.Status == FileStatus.Filed || application.Status == FileStatus.Incomplete || application.Status == FileStatus.UnderReview || application.Status == FileStatus.Proposed))
            .OrderBy(application => application.RespondBy).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var application in near)
        {
            if (await TellAsync(application, today, cancellationToken)) told++;
        }

        return $"Dossiers à répondre bientôt ou en retard : {near.Count}, instructeurs prévenus : {told}.";
    }

    private async Task<bool> TellAsync(Application application, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == application.AssignedToId && account.ClosedAt == null, cancellationToken) is not { Email: not null } officer) return false;
        var requests = await db.MissingItemsRequests.AsNoTracking().Where(request => request.ApplicationId == application.Id).ToListAsync(cancellationToken);
        // While the applicant is awaited nothing runs, and the day may still come nearer.
        if (ResponseDeadline.Of(application, requests, today) is not { Day: { } day, Clock.State: not ClockState.Suspended }) return false;
        var left = day.DayNumber - today.DayNumber;
        if (left > Soon) return false;
        var subject = Subject(application, day, left);
        if (await db.Outbox.AnyAsync(mail => mail.ApplicationId == application.Id && mail.Subject == subject && mail.To == officer.Email, cancellationToken)) return false;
        db.Add(Mail(officer, application, subject, left, day));
        await db.NoteAsync(new(Actor.System, "DeadlineTold", Act.Application(application.Id)), cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    private static string Subject(Application application, DateOnly day, int left) => left switch
    {
        < 0 => $"Dossier {application.Number} : le délai de réponse est passé depuis le {French.Date(day)}",
        <= VerySoon => $"Dossier {application.Number} : {VerySoon} jours ou moins pour répondre, le {French.Date(day)} au plus tard",
        _ => $"Dossier {application.Number} : {Soon} jours ou moins pour répondre, le {French.Date(day)} au plus tard",
    };

    private OutboxMail Mail(Account officer, Application application, string subject, int left, DateOnly day) => OutboxMail.For(
        officer,
        subject,
        $"Bonjour,\n\n{(left < 0 ? $"Sans décision de la Région le {French.Date(day)}, la demande est réputée rejetée depuis ce jour." : $"Sans décision de la Région le {French.Date(day)}, la demande sera réputée rejetée ce jour-là.")}\n\n"
        + $"{portal.Of($"/dossiers/{application.Number}")}\n",
        time.Instant(),
        application.Id);
}
