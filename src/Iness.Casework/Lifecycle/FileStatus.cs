namespace Iness.Casework.Lifecycle;

/// <summary>Where a file stands, in the words its users know.</summary>
public enum FileStatus
{
    /// <summary>Brouillon.</summary>
    Draft,

    /// <summary>Déposée.</summary>
    Filed,

    /// <summary>À compléter.</summary>
    Incomplete,

    /// <summary>En instruction.</summary>
    UnderReview,

    /// <summary>Proposée.</summary>
    Proposed,

    /// <summary>Accordée.</summary>
    Granted,

    /// <summary>Refusée.</summary>
    Refused,

    /// <summary>Notifiée.</summary>
    Notified,

    /// <summary>Versement demandé.</summary>
    PaymentClaimed,

    /// <summary>À payer : le versement est validé.</summary>
    Settled,

    /// <summary>Payée.</summary>
    Paid,

    /// <summary>Close.</summary>
    Closed,

    /// <summary>Retirée.</summary>
    Withdrawn,

    /// <summary>Reversement.</summary>
    Recovery,
}

/// <summary>What a status means for the time limits.</summary>
public static class FileStatusMeaning
{
    /// <summary>Whether the Région still owes an answer: the two months count only until then.</summary>
    public static bool AwaitsDecision(this FileStatus status) => status is FileStatus.Filed or FileStatus.Incomplete or FileStatus.UnderReview or FileStatus.Proposed;

    /// <summary>Whether an aid is granted whose payment is not settled yet: the day to claim it by still counts.</summary>
    public static bool AwaitsClaim(this FileStatus status) => status is FileStatus.Granted or FileStatus.Notified or FileStatus.PaymentClaimed;
}
