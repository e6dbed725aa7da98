namespace Iness.Casework.Lifecycle;

/// <summary>The French words of statuses, actions and roles: the same on pages, in letters, in the documentation.</summary>
public static class LifecycleWords
{
    /// <summary>Status, as its users call it.</summary>
    public static string InFrench(this FileStatus status) => status switch
    {
        FileStatus.Draft => "brouillon",
        FileStatus.Filed => "déposée",
        FileStatus.Incomplete => "à compléter",
        FileStatus.UnderReview => "en instruction",
        FileStatus.Proposed => "proposée",
        FileStatus.Granted => "accordée",
        FileStatus.Refused => "refusée",
        FileStatus.Notified => "notifiée",
        FileStatus.PaymentClaimed => "versement demandé",
        FileStatus.Settled => "à payer",
        FileStatus.Paid => "payée",
        FileStatus.Closed => "close",
        FileStatus.Withdrawn => "retirée",
        FileStatus.Recovery => "reversement",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status has no name."),
    };

    /// <summary>Action, as a button says it.</summary>
    public static string InFrench(this FileAction action) => action switch
    {
        FileAction.File => "déposer",
        FileAction.DeleteDraft => "supprimer le brouillon",
        FileAction.RequestMissingItems => "demander des pièces ou des précisions",
        FileAction.AnswerMissingItems => "répondre à la demande de pièces",
        FileAction.StopAwaiting => "ne plus attendre les pièces demandées",
        FileAction.StartReview => "prendre en instruction",
        FileAction.Withdraw => "retirer la demande",
        FileAction.Propose => "proposer une décision",
        FileAction.SendBack => "renvoyer en instruction",
        FileAction.CloseWithoutFollowUp => "classer sans suite",
        FileAction.Grant => "accorder",
        FileAction.Refuse => "refuser",
        FileAction.Notify => "notifier la décision",
        FileAction.Reopen => "rouvrir",
        FileAction.RejectAppeal => "rejeter le recours",
        FileAction.ClaimPayment => "demander le versement",
        FileAction.RequestPaymentItems => "demander des pièces sur le versement",
        FileAction.Settle => "valider le versement",
        FileAction.StopPayment => "reprendre le versement validé",
        FileAction.RecordPayment => "constater le paiement",
        FileAction.RecordRejection => "constater le rejet du paiement",
        FileAction.Lapse => "constater la caducité",
        FileAction.RevokeGrant => "retirer l'aide",
        FileAction.Close => "clore",
        FileAction.OrderRecovery => "demander le reversement",
        FileAction.RecordRecovery => "constater le reversement",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "This action has no name."),
    };

    /// <summary>Role, as an account shows it.</summary>
    public static string InFrench(this Role role) => role switch
    {
        Role.Applicant => "demandeur",
        Role.Officer => "instructeur",
        Role.LeadOfficer => "responsable d'instruction",
        Role.Signatory => "signataire",
        Role.Finance => "finances",
        Role.Administrator => "administrateur",
        Role.Auditor => "auditeur",
        Role.System => "système",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no name."),
    };
}
