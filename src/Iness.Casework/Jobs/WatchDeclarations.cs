using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Tells, each day, of the grants that are to be declared soon, or should have been: the aids of one last day in one mail, once before and
/// once after it. The mail already in the outbox is the memory.
/// </summary>
public sealed class WatchDeclarations(InessDbContext db, PortalAddress portal, TimeProvider time) : ITimedWork
{
    /// <summary>Working days before the last day when it is told.</summary>
    public const int WorkingDaysBefore = 5;

    // A portal stopped for weeks still tells, but does not read every old row each day.
    private const int LatestAfter = 60;

    /// <inheritdoc/>
    public string Name => "watch-declarations";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var (now, today) = (time.Instant(), time.Today());
        var dropped = await db.SettleDeclarationsAsync(now, cancellationToken);
        if (db.ChangeTracker.HasChanges()) await db.CommitAsync(new(Actor.System, "AidDeclarationsSettled", "de-minimis/queue"), cancellationToken);

        var (from, until) = (today.AddDays(-LatestAfter), WorkingDays.Add(today, WorkingDaysBefore));
        var due = await db.AidDeclarations.Where(found => found.DroppedAt == null && found.ConfirmedAt == null && found.DueOn >= from && found.DueOn <= until)
            .GroupBy(found => found.DueOn).Select(group => new { DueOn = group.Key, Count = group.Count() }).OrderBy(group => group.DueOn).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var day in due) told += await TellAsync(day.DueOn, day.Count, day.DueOn < today, now, cancellationToken);
        if (told > 0) await db.NoteAsync(new(Actor.System, "AidDeclarationsTold", "de-minimis/queue"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return $"Aides à déclarer bientôt ou en retard : {due.Sum(day => day.Count)}, messages écrits : {told}, déclarations sans objet : {dropped}.";
    }

    private async Task<int> TellAsync(DateOnly day, int count, bool isPast, DateTime now, CancellationToken cancellationToken)
    {
        var subject = isPast ? $"Registre de minimis : des aides devaient être déclarées le {French.Date(day)} au plus tard" : $"Registre de minimis : des aides sont à déclarer le {French.Date(day)} au plus tard";
        var known = await db.Outbox.Where(mail => mail.Subject == subject).Select(mail => mail.To).ToListAsync(cancellationToken);
        var untold = (await OfficersAsync(cancellationToken)).FindAll(officer => !known.Contains(officer.Email!));
        foreach (var officer in untold) db.Add(OutboxMail.For(officer, subject, Body(day, count, isPast), now));
        return untold.Count;
    }

    private async Task<List<Account>> OfficersAsync(CancellationToken cancellationToken) =>
        await db.WithRolesAsync([Role.LeadOfficer], cancellationToken) is { Count: > 0 } leads ? leads : await db.WithRolesAsync([Role.Officer], cancellationToken);

    private string Body(DateOnly day, int count, bool isPast) =>
        $"Bonjour,\n\n{French.Plural(count, "aide accordée n'est pas confirmée", "aides accordées ne sont pas confirmées")} au registre national de minimis. "
        + $"{(isPast ? $"Le dernier jour pour les déclarer était le {French.Date(day)}" : $"Le dernier jour pour les déclarer est le {French.Date(day)}")} : {Declaring.WorkingDaysToDeclare} jours ouvrés après l'octroi (règlement (UE) 2023/2831, article 6).\n\n"
        + $"{portal.Of("/de-minimis")}\n";
}
