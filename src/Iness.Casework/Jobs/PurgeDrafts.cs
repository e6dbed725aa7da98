using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Drafts that nobody has touched for a year: their contact is warned a month before they are erased.</summary>
public sealed class PurgeDrafts(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    private const int Batch = 100;
    private const int MonthsBeforeWarning = 11;
    private const int MonthsAfterWarning = 1;

    /// <summary>Warns the contacts; how many drafts.</summary>
    internal async Task<int> WarnAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var idle = now.AddMonths(-MonthsBeforeWarning);
        var drafts = await db.Applications.Where(draft => draft.Status == FileStatus.Draft && draft.WarnedAt == null && draft.ChangedAt <= idle)
            .OrderBy(draft => draft.ChangedAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var draft in drafts)
        {
            draft.WarnedAt = now;
            // Nobody left to write to: the draft has nobody to be kept for.
            if (await db.AddresseeAsync(draft, cancellationToken) is { Email: not null } addressee) db.Add(Warning(draft, addressee, now));
            await db.CommitAsync(new(Actor.System, "DraftExpiryAnnounced", Act.Application(draft.Id)), cancellationToken);
        }

        return drafts.Count;
    }

    /// <summary>Erases the drafts whose contact was warned a month ago, as their owner would; how many.</summary>
    internal async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var warnedBefore = time.Instant().AddMonths(-MonthsAfterWarning);
        var drafts = await db.Applications.AsNoTracking()
            .Where(draft => draft.Status == FileStatus.Draft && draft.WarnedAt <= warnedBefore && draft.ChangedAt <= draft.WarnedAt)
            .OrderBy(draft => draft.WarnedAt).Take(Batch).Select(draft => draft.Id).ToListAsync(cancellationToken);
        var delete = new DeleteDraft(db, time);
        var deleted = 0;
        foreach (var draft in drafts)
        {
            if ((await delete.ExecuteExpiredAsync(draft, cancellationToken)).IsDone) deleted++;
        }

        return deleted;
    }

    /// <summary>Erases what the audit log quotes of drafts deleted; the lines themselves stay, and their chain with them.</summary>
    internal Task<int> EraseDetailsAsync(CancellationToken cancellationToken)
    {
        var subjects = db.AuditLog.Where(entry => entry.Action == DeleteDraft.Deleted).Select(entry => entry.Subject);
        return db.AuditLog.Where(entry => entry.Details != null && subjects.Contains(entry.Subject)).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Details, (string?)null).SetProperty(entry => entry.Salt, (string?)null), cancellationToken);
    }

    private OutboxMail Warning(Application draft, Account addressee, DateTime now) => OutboxMail.For(
        addressee,
        "Votre brouillon de demande va être supprimé",
        $"""
        Bonjour,

        Votre brouillon « {(string.IsNullOrWhiteSpace(draft.Title) ? "Projet sans nom" : draft.Title)} » n'a pas changé depuis {MonthsBeforeWarning} mois.
        Sans changement de votre part, il sera supprimé dans un mois, avec ses documents.

        Pour le garder, ouvrez-le et modifiez une réponse :
        {portal.Of($"/demandes/{draft.Id}")}

        """,
        now,
        draft.Id);
}
