using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Reminds an organisation, each day, of what it was asked: a week before the last day, the day before, and the day after. Once each: the
/// mail already in the outbox is the memory.
/// </summary>
public sealed class RemindMissingItems(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int AWeek = 7;
    private const int TheDayBefore = 1;

    // A portal stopped for days still tells, but not months later.
    private const int LatestAfter = 15;

    /// <inheritdoc/>
    public string Name => "remind-missing-items";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var (from, until) = (today.AddDays(-LatestAfter), today.AddDays(AWeek));
        var due = await db.MissingItemsRequests.AsNoTracking()
            .Where(request => request.AnsweredAt == null && request.DueOn >= from && request.DueOn <= until)
            .OrderBy(request => request.DueOn).Select(request => new { request.Id, request.ApplicationId, request.DueOn }).ToListAsync(cancellationToken);
        var (before, after) = (0, 0);
        foreach (var request in due)
        {
            if (!await RemindAsync(request.ApplicationId, request.Id, today, cancellationToken)) continue;
            if (request.DueOn < today) after++;
            else before++;
        }

        return $"Rappels avant la date : {before}, après : {after}.";
    }

    private async Task<bool> RemindAsync(Guid applicationId, Guid requestId, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAsync(cancellationToken);
        // Read again once nobody else changes the file: what was answered meanwhile is not reminded.
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var request = await db.MissingItemsRequests.AsNoTracking().Include(found => found.Items)
            .SingleOrDefaultAsync(found => found.Id == requestId && found.AnsweredAt == null, cancellationToken);
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == applicationId, cancellationToken);
        if (request is null || application.Status != (request.IsOnPayment ? FileStatus.Notified : FileStatus.Incomplete) || Subject(application, request, today) is not { } subject) return false;
        if (await db.Outbox.AnyAsync(mail => mail.ApplicationId == application.Id && mail.Subject == subject && mail.CreatedAt >= request.SentAt, cancellationToken)) return false;
        if (await db.AddresseeAsync(application, cancellationToken) is not { Email: not null } addressee) return false;
        var isOver = request.DueOn < today;
        var clock = (await db.DeadlineAsync(application, today, cancellationToken)).Clock;
        db.Add(OutboxMail.For(addressee, subject, Body(application, request, isOver, clock), time.Instant(), application.Id));
        // The officer has the file back, and the two months run, if they had not run out.
        if (isOver && !request.IsOnPayment && await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == application.AssignedToId && account.ClosedAt == null, cancellationToken) is { Email: not null } officer)
            db.Add(OutboxMail.For(officer, subject, $"Bonjour,\n\nLa structure n'a pas dit avoir tout envoyé. {(IsRunning(clock) ? "Le délai de réponse court de nouveau : vous" : "Vous")} pouvez reprendre l'examen avec ce que le dossier contient.\n\n{portal.Of($"/dossiers/{application.Number}/pieces-manquantes")}\n", time.Instant(), application.Id));
        await db.NoteAsync(new(Actor.System, isOver ? "MissingItemsOverdueTold" : "MissingItemsReminded", Act.Application(application.Id)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What is to be told today; null for nothing.</summary>
    private static string? Subject(Application application, MissingItemsRequest request, DateOnly today)
    {
        var (left, given) = (request.DueOn.DayNumber - today.DayNumber, request.DueOn.DayNumber - request.SentAt.DayInParis().DayNumber);
        var day = French.Date(request.DueOn);
        if (left < 0) return $"Dossier {application.Number} : la date du {day} est passée";
        // A time limit of a few days needs no reminder of what was asked the day before.
        if (left <= TheDayBefore) return given > TheDayBefore ? $"Dernier rappel : dossier {application.Number}, des éléments sont attendus le {day} au plus tard" : null;
        return given > AWeek ? $"Rappel : dossier {application.Number}, des éléments sont attendus le {day} au plus tard" : null;
    }

    private static bool IsRunning(ResponseClock? clock) => clock is { State: ClockState.Running };

    private string Body(Application application, MissingItemsRequest request, bool isOver, ResponseClock? clock)
    {
        var what = request.IsOnPayment
            ? "La Région vous a demandé des éléments pour verser l'aide. Elle reprend l'examen, et le délai de paiement court de nouveau, une fois votre demande de versement complétée et déposée de nouveau."
            : isOver
            ? $"La Région attendait ces éléments, et ne les a pas reçus. {(IsRunning(clock) ? "Le délai de réponse court de nouveau : elle" : "Elle")} se prononcera sur ce qu'elle a. Vous pouvez encore les envoyer, tant qu'elle ne l'a pas fait."
            : $"La Région vous a demandé des éléments pour examiner votre demande.{(clock is { State: ClockState.Suspended } ? " D'ici là, le délai de réponse est suspendu." : "")}";
        // A time limit that had run out is neither suspended nor revived: what it was worth is told again.
        if (!request.IsOnPayment && clock is { State: ClockState.Expired, Summary: var summary }) what = $"{what}\n\n{summary}";
        var left = string.Join('\n', request.Items.Where(item => item.ProducedAt is null).Select(item => $"- {item.Label}"));
        return $"Bonjour,\n\n{what}\n\n{(left.Length == 0 ? "Tout est fourni : il reste à l'indiquer à la Région." : left)}\n\n{portal.Of($"/demandes/{application.Id}/suivi")}\n";
    }
}
