using Iness.Casework.Lifecycle;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>
/// What webhooks can be told: the steps of a file, each by its name. Drafts are nobody's business but their author's; a proposal and its
/// sending back prepare a decision, and are not communicated before it (CRPA L311-2).
/// </summary>
public static class WebhookEvents
{
    /// <summary>Sent by hand, to try an address; every address is told of it.</summary>
    public const string Ping = "ping";

    private static readonly Dictionary<FileAction, string> Names = new()
    {
        [FileAction.File] = "application.filed",
        [FileAction.StartReview] = "application.review_started",
        [FileAction.RequestMissingItems] = "application.items_requested",
        [FileAction.AnswerMissingItems] = "application.items_answered",
        [FileAction.StopAwaiting] = "application.items_abandoned",
        [FileAction.Withdraw] = "application.withdrawn",
        [FileAction.CloseWithoutFollowUp] = "application.dismissed",
        [FileAction.Grant] = "application.granted",
        [FileAction.Refuse] = "application.refused",
        [FileAction.Notify] = "decision.notified",
        [FileAction.Reopen] = "application.reopened",
        [FileAction.RejectAppeal] = "appeal.rejected",
        [FileAction.ClaimPayment] = "payment.claimed",
        [FileAction.RequestPaymentItems] = "payment.items_requested",
        [FileAction.Settle] = "payment.settled",
        [FileAction.StopPayment] = "payment.stopped",
        [FileAction.RecordPayment] = "payment.paid",
        [FileAction.RecordRejection] = "payment.rejected",
        [FileAction.Lapse] = "grant.lapsed",
        [FileAction.RevokeGrant] = "grant.revoked",
        [FileAction.Close] = "application.closed",
        [FileAction.OrderRecovery] = "recovery.ordered",
        [FileAction.RecordRecovery] = "recovery.recorded",
    };

    /// <summary>The actions told, each with the name of its event, in the order of a file's life.</summary>
    public static IReadOnlyList<(FileAction Action, string Name)> All { get; } = [.. Names.Select(pair => (pair.Key, pair.Value))];

    /// <summary>The event of an action; null when it is not told.</summary>
    public static string? Of(FileAction action) => Names.GetValueOrDefault(action);
}
