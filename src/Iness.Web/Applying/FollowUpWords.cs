using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;

namespace Iness.Web.Applying;

/// <summary>Where a filed application stands, told to the organisation: whose turn it is, and what happened.</summary>
public static class FollowUpWords
{
    /// <summary>Where it stands, and who is awaited.</summary>
    /// <param name="status">The status.</param>
    /// <param name="last">What happened last; null when nothing did.</param>
    public static string Standing(FileStatus status, FileAction? last) => status switch
    {
        FileStatus.Notified when last == FileAction.RequestPaymentItems => "La Région attend de vous des éléments pour le versement : complétez votre demande de versement, puis déposez-la de nouveau.",
        FileStatus.PaymentClaimed when last == FileAction.RecordRejection => "La banque a rejeté le paiement : l'aide vous reste due. La Région corrige ce qui doit l'être ; s'il lui faut un autre compte bancaire, elle vous le demandera.",
        FileStatus.Filed => "Votre demande est arrivée : la Région doit la prendre en charge. Une pièce qui manquait s'envoie par un message, plus bas.",
        FileStatus.Incomplete => "La Région attend de vous les éléments listés ci-dessous.",
        FileStatus.UnderReview => "Un agent de la Région examine votre demande ; vous n'avez rien à faire.",
        FileStatus.Proposed => "L'examen est terminé : la Région doit prendre sa décision.",
        FileStatus.Granted or FileStatus.Refused => "La Région a pris sa décision ; elle va vous la notifier.",
        FileStatus.Notified => "L'aide est accordée et l'arrêté vous est notifié. À vous de réaliser le projet, puis de demander le versement.",
        FileStatus.PaymentClaimed => "Vous avez demandé le versement : la Région contrôle les justificatifs.",
        FileStatus.Settled => "Le versement est validé : le comptable public doit payer.",
        FileStatus.Paid => "L'aide est payée.",
        FileStatus.Closed => "Le dossier est clos.",
        FileStatus.Withdrawn => "Vous avez retiré cette demande : la Région ne l'examine plus.",
        FileStatus.Recovery => "La Région vous demande de reverser tout ou partie de l'aide.",
        _ => "Cette demande n'est pas encore déposée.",
    };

    /// <summary>What happened, in a few words.</summary>
    public static string Happened(StatusChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Action switch
        {
            FileAction.File => "Vous avez déposé la demande",
            FileAction.DeleteDraft => "Le brouillon a été supprimé",
            FileAction.StartReview => "La Région a commencé l'examen",
            FileAction.RequestMissingItems => "La Région vous a demandé des pièces ou des précisions",
            FileAction.AnswerMissingItems => "Vous avez envoyé ce qui était demandé",
            FileAction.StopAwaiting => "La Région n'attend plus ce qu'elle vous avait demandé, et a repris l'examen",
            FileAction.Withdraw => "Vous avez retiré la demande",
            FileAction.Propose => "L'agent a terminé l'examen",
            FileAction.SendBack => "La Région a repris l'examen",
            FileAction.CloseWithoutFollowUp => "La Région a classé la demande sans suite",
            FileAction.Grant => "La Région a accordé l'aide",
            FileAction.Refuse => "La Région a refusé l'aide",
            FileAction.Notify => "La décision vous a été notifiée",
            FileAction.Reopen => "La Région a rouvert le dossier",
            FileAction.RejectAppeal => "La Région a rejeté votre recours",
            FileAction.ClaimPayment => "Vous avez demandé le versement",
            FileAction.RequestPaymentItems => "La Région vous a demandé des pièces pour le versement",
            FileAction.Settle => "La Région a validé le versement",
            FileAction.StopPayment => "La Région a repris l'examen du versement",
            FileAction.RecordPayment => "L'aide a été payée",
            FileAction.RecordRejection => "La banque a rejeté le paiement",
            FileAction.Lapse => "L'aide est devenue caduque",
            FileAction.RevokeGrant => "L'aide a été retirée",
            FileAction.Close => "Le dossier a été clos",
            FileAction.OrderRecovery => "La Région a demandé le reversement de l'aide",
            FileAction.RecordRecovery => "Le reversement a été constaté",
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Action, "This action is not told."),
        };
    }
}
