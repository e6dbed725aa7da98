using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Reminds an organisation, each day, of what it was asked: a week before the last day, and the day after. Once each: the mail already in
/// the outbox is the memory.
/// </summary>
public sealed class RemindMissingItems(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int DaysBefore = 7;

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
        var (from, until) = (today.AddDays(-LatestAfter), today.AddDays(DaysBefore));
        var due = await db.MissingItemsRequests.AsNoTracking().Include(request => request.Items)
            .Where(request => request.AnsweredAt == null && request.DueOn >= from && request.DueOn <= until
                && db.Applications.Any(application => application.Id == request.ApplicationId && application.Status == FileStatus.Incomplete))
            .OrderBy(request => request.DueOn).ToListAsync(cancellationToken);
        var (before, after) = (0, 0);
        foreach (var request in due)
        {
            var isOver = request.DueOn < today;
            // A time limit of a few days needs no reminder of what was asked the day before.
            if (!isOver && request.SentAt.DayInParis() >= request.DueOn.AddDays(-DaysBefore)) continue;
            if (!await RemindAsync(request, isOver, cancellationToken)) continue;
            if (isOver) after++;
            else before++;
        }

        return $"Rappels avant la date : {before}, après : {after}.";
    }

    private async Task<bool> RemindAsync(MissingItemsRequest request, bool isOver, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == request.ApplicationId, cancellationToken);
        var day = French.Date(request.DueOn);
        var subject = isOver
            ? $"Dossier {application.Number} : la date du {day} est passée"
            : $"Rappel : dossier {application.Number}, des éléments sont attendus le {day} au plus tard";
        if (await db.Outbox.AnyAsync(mail => mail.ApplicationId == application.Id && mail.Subject == subject && mail.CreatedAt >= request.SentAt, cancellationToken)) return false;
        if (await db.AddresseeAsync(application, cancellationToken) is not { Email: not null } addressee) return false;
        var left = string.Join('\n', request.Items.Where(item => item.ProducedAt is null).Select(item => $"- {item.Label}"));
        var what = isOver
            ? "La Région attendait ces éléments, et ne les a pas reçus. Le délai de réponse court de nouveau : elle se prononcera sur ce qu'elle a. Vous pouvez encore les envoyer, tant qu'elle ne l'a pas fait."
            : "La Région vous a demandé des éléments pour examiner votre demande. D'ici là, le délai de réponse est suspendu.";
        db.Add(OutboxMail.For(
            addressee, subject, $"Bonjour,\n\n{what}\n\n{(left.Length == 0 ? "Tout est fourni : il reste à indiquer que tout est envoyé." : left)}\n\n{portal.Of($"/demandes/{application.Id}/suivi")}\n", time.Instant(), application.Id));
        await db.NoteAsync(new(Actor.System, isOver ? "MissingItemsOverdueTold" : "MissingItemsReminded", Act.Application(application.Id)), cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }
}
