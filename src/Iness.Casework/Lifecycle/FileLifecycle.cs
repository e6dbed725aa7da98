using static Iness.Casework.Lifecycle.FileAction;
using static Iness.Casework.Lifecycle.FileStatus;
using static Iness.Casework.Lifecycle.Role;

namespace Iness.Casework.Lifecycle;

/// <summary>The life of a file, in one table. It draws the buttons, refuses the rest, writes the audit line and the diagram of docs/lifecycle.md.</summary>
public static class FileLifecycle
{
    /// <summary>Every transition there is; what is not here cannot be done.</summary>
    public static IReadOnlyList<Transition> Transitions { get; } =
    [
        new(Draft, FileAction.File, Filed, Applicant, "PRO-2, CRPA R112-11-1"),
        new(Draft, DeleteDraft, Withdrawn, Applicant, "RGPD art. 17"),
        new(Draft, DeleteDraft, Withdrawn, Role.System, "RGPD art. 5"),
        new(Filed, StartReview, UnderReview, Officer, "CRPA R112-11-2"),
        new(Filed, RequestMissingItems, Incomplete, Officer, "CRPA L114-5"),
        new(UnderReview, RequestMissingItems, Incomplete, Officer, "CRPA L114-5"),
        new(Incomplete, AnswerMissingItems, UnderReview, Applicant, "CRPA R112-11-4"),
        new(Incomplete, StopAwaiting, UnderReview, Officer, "CRPA L114-5-1"),
        new(Filed, Withdraw, Withdrawn, Applicant, "CRPA L114-5"),
        new(Incomplete, Withdraw, Withdrawn, Applicant, "CRPA L114-5"),
        new(UnderReview, Withdraw, Withdrawn, Applicant, "CRPA L114-5"),
        new(UnderReview, Propose, Proposed, Officer, "BEN, ELI, EXC, AID"),
        new(Incomplete, Propose, Proposed, Officer, "CRPA L114-5"),
        new(Incomplete, CloseWithoutFollowUp, Closed, LeadOfficer, "CRPA L114-5"),
        new(Proposed, SendBack, UnderReview, LeadOfficer, "CRPA L211-2"),
        new(Proposed, SendBack, UnderReview, Officer, "CRPA L211-2"),
        new(Proposed, SendBack, UnderReview, Signatory, "CRPA L211-2"),
        new(Proposed, Grant, Granted, Signatory, "PRO-1, LEG-1"),
        new(Proposed, Refuse, Refused, Signatory, "CRPA L211-2, L211-5"),
        new(Proposed, CloseWithoutFollowUp, Closed, Signatory, "CRPA L114-5"),
        new(Granted, Notify, Notified, Role.System, "CRPA R112-17"),
        new(Refused, Notify, Closed, Role.System, "CRPA R112-17"),
        new(Closed, Reopen, UnderReview, LeadOfficer, "CRPA L411-2"),
        new(Notified, Reopen, UnderReview, LeadOfficer, "CRPA L411-2"),
        new(Closed, RejectAppeal, Closed, Signatory, "CRPA L411-2, L211-2"),
        new(Notified, RejectAppeal, Notified, Signatory, "CRPA L411-2, L211-2"),
        new(PaymentClaimed, RejectAppeal, PaymentClaimed, Signatory, "CRPA L411-2, L211-2"),
        new(Settled, RejectAppeal, Settled, Signatory, "CRPA L411-2, L211-2"),
        new(Paid, RejectAppeal, Paid, Signatory, "CRPA L411-2, L211-2"),
        new(Notified, ClaimPayment, PaymentClaimed, Applicant, "PAY-1"),
        new(PaymentClaimed, RequestPaymentItems, Notified, Officer, "CRPA L114-5"),
        new(PaymentClaimed, Settle, Settled, LeadOfficer, "PAY-1"),
        new(Settled, FileAction.StopPayment, PaymentClaimed, LeadOfficer, "décret 2012-1246"),
        new(Settled, RecordPayment, Paid, Finance, "décret 2001-495"),
        new(Settled, RecordRejection, PaymentClaimed, Finance, "décret 2012-1246"),
        new(Paid, RecordRejection, PaymentClaimed, Finance, "décret 2012-1246"),
        new(Notified, Lapse, Closed, LeadOfficer, "arrêté attributif"),
        new(Notified, Withdraw, Withdrawn, Applicant, "CRPA L242-4"),
        new(Notified, RevokeGrant, Closed, Signatory, "CRPA L242-2 2°"),
        new(PaymentClaimed, RevokeGrant, Closed, Signatory, "CRPA L242-2 2°"),
        new(Paid, Close, Closed, Officer, "fin du contrôle"),
        new(Paid, OrderRecovery, Recovery, Signatory, "CRPA L242-2 2°"),
        new(Closed, OrderRecovery, Recovery, Signatory, "CRPA L242-2 2°"),
        new(Recovery, RecordRecovery, Closed, Finance, "CRPA L242-2 2°"),
    ];

    /// <summary>The transition that a role may make with an action from a status; null when there is none.</summary>
    public static Transition? Find(FileStatus from, FileAction action, Role by)
    {
        foreach (var transition in Transitions)
        {
            if (transition.From == from && transition.Action == action && transition.By == by) return transition;
        }

        return null;
    }

    /// <summary>What a role may do from a status, in the order of the table: the buttons of a page.</summary>
    public static IEnumerable<FileAction> ActionsFrom(FileStatus from, Role by) =>
        Transitions.Where(transition => transition.From == from && transition.By == by).Select(transition => transition.Action);
}
