using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lapses;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Reminds, each day, the beneficiaries who have not claimed their payment: three months before the last day of their order, one month, one week.
/// Once each: the mail already in the outbox is the memory. After days without the portal, only the nearest reminder is sent.
/// </summary>
public sealed class RemindClaims(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int FirstMonths = 3;
    private const int SecondMonths = 1;
    private const int LastDays = 7;

    /// <inheritdoc/>
    public string Name => "remind-claims";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        // Months are counted back from the last day, so that 31 May is reminded on 28 February: nearer than this, whatever the month.
        var until = today.AddMonths(FirstMonths).AddDays(LastDays);
        var due = await db.UnclaimedGrantsAsked().AsNoTracking().Where(file => file.ClaimBy >= today && file.ClaimBy <= until)
            .OrderBy(file => file.ClaimBy).Select(file => file.Id).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var file in due)
        {
            if (await RemindAsync(file, today, cancellationToken)) told++;
        }

        return $"Versements à demander bientôt : {due.Count}, rappels écrits : {told}.";
    }

    private async Task<bool> RemindAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(id, cancellationToken);
        // Read again once nobody else changes the file: what was claimed meanwhile is not reminded.
        var application = await db.UnclaimedGrantsAsked().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (application?.ClaimBy is not { } claimBy || Left(claimBy, today) is not { } left) return false;
        var subject = $"Dossier {application.Number} : il reste {left} pour demander le versement, le {French.Date(claimBy)} au plus tard";
        if (await db.Outbox.AnyAsync(mail => mail.ApplicationId == id && mail.Subject == subject, cancellationToken)) return false;
        if (await db.AddresseeAsync(application, cancellationToken) is not { Email: not null } addressee) return false;
        db.Add(OutboxMail.For(addressee, subject, Body(application, claimBy), time.Instant(), id));
        await db.NoteAsync(new(Actor.System, "ClaimReminded", Act.Application(id), $"Dernier jour le {French.Date(claimBy)}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The nearest reminder that is due; null for none.</summary>
    private static string? Left(DateOnly claimBy, DateOnly today) =>
        today > claimBy ? null
        : today >= claimBy.AddDays(-LastDays) ? "une semaine ou moins"
        : today >= claimBy.AddMonths(-SecondMonths) ? "un mois ou moins"
        : today >= claimBy.AddMonths(-FirstMonths) ? "trois mois ou moins"
        : null;

    private string Body(Application application, DateOnly claimBy) =>
        $"""
        Bonjour,

        Une aide INESS vous est accordée sur la demande {application.Number}, et son versement n'est pas encore demandé.

        Le dernier jour pour le demander est le {French.Date(claimBy)}. Passé ce jour, l'aide non demandée est caduque : elle ne sera pas versée (article 3 de l'arrêté).

        Demander le versement, avec les factures acquittées : {portal.Of($"/demandes/{application.Id}/suivi")}

        """;
}
