namespace Iness.Casework.Lifecycle;

/// <summary>What can be done to a file. Each appears in the table, on a button, in the audit log.</summary>
public enum FileAction
{
    /// <summary>Déposer.</summary>
    File,

    /// <summary>Supprimer le brouillon.</summary>
    DeleteDraft,

    /// <summary>Demander des pièces ou des précisions.</summary>
    RequestMissingItems,

    /// <summary>Répondre à la demande de pièces.</summary>
    AnswerMissingItems,

    /// <summary>Ne plus attendre les pièces demandées.</summary>
    StopAwaiting,

    /// <summary>Prendre en instruction.</summary>
    StartReview,

    /// <summary>Retirer la demande.</summary>
    Withdraw,

    /// <summary>Proposer une décision.</summary>
    Propose,

    /// <summary>Renvoyer en instruction.</summary>
    SendBack,

    /// <summary>Classer sans suite.</summary>
    CloseWithoutFollowUp,

    /// <summary>Accorder.</summary>
    Grant,

    /// <summary>Refuser.</summary>
    Refuse,

    /// <summary>Notifier la décision.</summary>
    Notify,

    /// <summary>Rouvrir.</summary>
    Reopen,

    /// <summary>Rejeter le recours.</summary>
    RejectAppeal,

    /// <summary>Demander le versement.</summary>
    ClaimPayment,

    /// <summary>Demander des pièces sur le versement.</summary>
    RequestPaymentItems,

    /// <summary>Liquider.</summary>
    Settle,

    /// <summary>Reprendre un versement validé avant sa liquidation.</summary>
    StopPayment,

    /// <summary>Constater le paiement.</summary>
    RecordPayment,

    /// <summary>Constater le rejet du paiement.</summary>
    RecordRejection,

    /// <summary>Constater la caducité.</summary>
    Lapse,

    /// <summary>Retirer l'aide.</summary>
    RevokeGrant,

    /// <summary>Clore.</summary>
    Close,

    /// <summary>Demander le reversement.</summary>
    OrderRecovery,

    /// <summary>Constater le reversement.</summary>
    RecordRecovery,
}
