using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Tells, each day, of the aid to be paid soon, or that should have been: at fifteen days, at five, once passed. Once each. It tells who has
/// the next step: the officer in charge while the payment is prepared, those who validate, then finance.
/// </summary>
public sealed class WatchPayments(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int Soon = 15;
    private const int VerySoon = 5;

    // A portal stopped for days still tells, but does not read every old claim each day.
    private const int LatestAfter = 30;

    /// <inheritdoc/>
    public string Name => "watch-payments";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        // Waiting only moves a deadline later: no claim completed after that day is near it.
        var from = today.AddDays(Soon - PaymentClock.Days);
        var filedBefore = from.AddDays(1).BeginsAt();
        // A claim that lacks something nobody asked for would count from its filing, once prepared as it is.
        var near = await db.PaymentClaims.AsNoTracking().Where(claim => (claim.CompleteOn <= from || (claim.CompleteOn == null && claim.FiledAt < filedBefore)) && claim.PaidOn == null)
            .Where(claim => db.Applications.Any(application => application.Id == claim.ApplicationId && (application.Status == FileStatus.PaymentClaimed || application.Status == FileStatus.Settled)))
            .OrderBy(claim => claim.CompleteOn).Select(claim => claim.ApplicationId).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var application in near) told += await TellAsync(application, today, cancellationToken);
        return $"Versements à payer bientôt ou en retard : {near.Count}, messages écrits : {told}.";
    }

    private async Task<int> TellAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(id, cancellationToken);
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == id, cancellationToken);
        var claim = await db.PaymentClaims.AsNoTracking().SingleAsync(found => found.ApplicationId == id, cancellationToken);
        var requests = await db.MissingItemsRequests.AsNoTracking().Where(request => request.ApplicationId == id && request.IsOnPayment).ToListAsync(cancellationToken);
        if (application.Status is not (FileStatus.PaymentClaimed or FileStatus.Settled)
            || (claim.CompleteOn ?? claim.FiledAt?.DayInParis()) is not { } start
            || PaymentClock.Of(start, requests, claim.PaidOn, today) is not { IsSuspended: false, PaidOn: null, DaysLeft: >= -LatestAfter and <= Soon } clock) return 0;
        var subject = Subject(application, clock);
        var known = await db.Outbox.Where(mail => mail.ApplicationId == id && mail.Subject == subject).Select(mail => mail.To).ToListAsync(cancellationToken);
        var untold = (await NextAsync(application, claim.PreparedAt is not null, cancellationToken)).FindAll(person => !known.Contains(person.Email!));
        if (untold.Count == 0) return 0;
        var since = claim.CompleteOn is null ? "Cette demande a été déposée avec un manque, que personne n'a demandé depuis : versée telle quelle, son délai court depuis le dépôt. " : "";
        foreach (var person in untold) db.Add(OutboxMail.For(person, subject, $"Bonjour,\n\n{since}{clock.Summary}\n\n{portal.Of($"/dossiers/{application.Number}/versement")}\n", time.Instant(), id));
        await db.NoteAsync(new(Actor.System, "PaymentDeadlineTold", Act.Application(id)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return untold.Count;
    }

    private Task<List<Account>> NextAsync(Application application, bool isPrepared, CancellationToken cancellationToken) =>
        application.Status == FileStatus.Settled ? db.WithRolesAsync([Role.Finance], cancellationToken)
        : isPrepared ? db.WithRolesAsync([Role.LeadOfficer], cancellationToken)
        : db.InChargeAsync(application, cancellationToken);

    private static string Subject(Application application, PaymentClock clock) => clock.DaysLeft switch
    {
        < 0 => $"Dossier {application.Number} : le délai de paiement est passé depuis le {French.Date(clock.Deadline)}",
        <= VerySoon => $"Dossier {application.Number} : {VerySoon} jours ou moins pour payer, le {French.Date(clock.Deadline)} au plus tard",
        _ => $"Dossier {application.Number} : {Soon} jours ou moins pour payer, le {French.Date(clock.Deadline)} au plus tard",
    };
}
