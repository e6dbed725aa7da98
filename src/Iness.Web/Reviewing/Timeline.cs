using Iness.Casework.Audit;
using Iness.Casework.Control;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Reviewing;

/// <summary>One event of a file.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="By">Who; null for the system.</param>
/// <param name="Note">A word with it.</param>
public sealed record TimelineEvent(DateTime At, string What, Guid? By, string? Note);

/// <summary>What happened to a file, as the Région reads it.</summary>
public static class Timeline
{
    private static readonly string[] Revoking = ["ProvisionRuled", "RulingRevoked", "CostCorrected", "CorrectionRevoked"];

    /// <summary>Everything, the last first.</summary>
    public static async Task<IReadOnlyList<TimelineEvent>> OfAsync(InessDbContext db, FileUnderReview file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        var changes = await db.StatusChanges.AsNoTracking().Where(change => change.ApplicationId == file.Application.Id).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellationToken);
        var labels = (file.Request.Costs ?? []).ToDictionary(line => line.Id, Simulation.CostWords.Describe, StringComparer.Ordinal);
        var revokers = await RevokersAsync(db, file, cancellationToken);
        // Nothing is taken off, nor controlled, before a grant.
        var isGranted = changes.Exists(change => change.Action == FileAction.Grant);
        var recoveries = isGranted ? await db.Recoveries.AsNoTracking().Where(recovery => recovery.ApplicationId == file.Application.Id).ToListAsync(cancellationToken) : [];
        var controls = isGranted ? await db.FileControls.AsNoTracking().Where(control => control.ApplicationId == file.Application.Id).ToListAsync(cancellationToken) : [];
        return
        [
            .. changes.Select(change => new TimelineEvent(change.At, Happened(change.Action), change.ActorId, change.Note))
                .Concat(file.AllRulings.Select(ruling => new TimelineEvent(ruling.At, $"{ruling.Provision} jugée {(ruling.IsMet ? "remplie" : "non remplie")}", ruling.By, ruling.Reason)))
                .Concat(file.AllRulings.Where(ruling => ruling.RevokedAt is not null).Select(ruling => new TimelineEvent(ruling.RevokedAt!.Value, $"Décision sur {ruling.Provision} retirée ou remplacée", By(revokers, ruling.RevokedAt!.Value), null)))
                .Concat(file.AllCorrections.Select(correction => new TimelineEvent(
                    correction.At, $"Dépense « {labels.GetValueOrDefault(correction.Line, correction.Line)} » : {CostRow.InWords(correction)}", correction.By, $"{correction.Ground.InFrench()}. {correction.Words}")))
                .Concat(file.AllCorrections.Where(correction => correction.RevokedAt is not null).Select(correction => new TimelineEvent(
                    correction.RevokedAt!.Value, $"Dépense « {labels.GetValueOrDefault(correction.Line, correction.Line)} » : correction retirée ou remplacée", By(revokers, correction.RevokedAt!.Value), null)))
                .Concat(recoveries.SelectMany(Of)).Concat(controls.SelectMany(Of))
                .OrderBy(one => one.At).Reverse(),
        ];
    }

    // Who took back a ruling or a correction stands in the audit log, written with it.
    private static async Task<IReadOnlyList<(DateTime At, Guid? By)>> RevokersAsync(InessDbContext db, FileUnderReview file, CancellationToken cancellationToken)
    {
        if (file.AllRulings.All(ruling => ruling.RevokedAt is null) && file.AllCorrections.All(correction => correction.RevokedAt is null)) return [];
        var subject = Act.Application(file.Application.Id);
        return (await db.AuditLog.AsNoTracking().Where(line => line.Subject == subject && Revoking.Contains(line.Action)).OrderBy(line => line.Sequence).Select(line => new { line.At, line.ActorId }).ToListAsync(cancellationToken))
            .ConvertAll(line => (line.At, line.ActorId));
    }

    private static Guid? By(IReadOnlyList<(DateTime At, Guid? By)> revokers, DateTime at) => revokers.FirstOrDefault(revoker => revoker.At >= at).By;

    private static IEnumerable<TimelineEvent> Of(Recovery recovery)
    {
        var what = recovery.Kind.InFrench();
        yield return new(recovery.OpenedAt, $"Projet de {what} : le bénéficiaire est invité à présenter ses observations", recovery.OpenedBy, recovery.Grounds);
        if (recovery.ObservedAt is { } observed) yield return new(observed, "Observations présentées par le bénéficiaire", null, recovery.Observations);
        if (recovery.DroppedAt is { } dropped) yield return new(dropped, $"Projet de {what} abandonné", null, recovery.DropReason);
        if (recovery.DecidedAt is { } decided) yield return new(decided, $"Décision de {what}, {recovery.Amount}", recovery.SignatoryId, null);
    }

    private static IEnumerable<TimelineEvent> Of(FileControl control)
    {
        yield return new(control.OpenedAt, "Contrôle ouvert", control.OpenedBy, control.Why);
        if (control is { EndedAt: { } ended, Outcome: { } outcome }) yield return new(ended, $"Contrôle terminé : {outcome.InFrench()}", control.EndedBy, null);
    }

    /// <summary>What happened, in a few words.</summary>
    public static string Happened(FileAction action) => action switch
    {
        FileAction.File => "Demande déposée",
        FileAction.DeleteDraft => "Brouillon supprimé",
        FileAction.StartReview => "Prise en instruction",
        FileAction.RequestMissingItems => "Pièces ou précisions demandées",
        FileAction.AnswerMissingItems => "Réponse à la demande de pièces",
        FileAction.StopAwaiting => "Pièces demandées qui ne sont plus attendues",
        FileAction.Withdraw => "Demande retirée par le demandeur",
        FileAction.Propose => "Décision proposée",
        FileAction.SendBack => "Renvoyée en instruction",
        FileAction.CloseWithoutFollowUp => "Classée sans suite",
        FileAction.Grant => "Aide accordée",
        FileAction.Refuse => "Aide refusée",
        FileAction.Notify => "Décision notifiée",
        FileAction.Reopen => "Dossier rouvert",
        FileAction.RejectAppeal => "Recours rejeté",
        FileAction.ClaimPayment => "Versement demandé",
        FileAction.RequestPaymentItems => "Pièces demandées pour le versement",
        FileAction.Settle => "Versement validé",
        FileAction.StopPayment => "Versement validé, repris avant sa liquidation",
        FileAction.RecordPayment => "Aide payée",
        FileAction.RecordRejection => "Paiement rejeté par la banque",
        FileAction.Lapse => "Aide devenue caduque",
        FileAction.RevokeGrant => "Aide retirée",
        FileAction.Close => "Dossier clos",
        FileAction.OrderRecovery => "Reversement demandé",
        FileAction.RecordRecovery => "Reversement constaté",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "This action is not told."),
    };
}
