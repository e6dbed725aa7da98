using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Regulation;

namespace Iness.Casework.Deadlines;

/// <summary>
/// The sixty days to pay from the day a claim is complete (décret n° 2001-495), suspended while something is awaited for it. The counting
/// rule is written in docs/interpretations.md. It is only a reading of the facts: nothing is stored.
/// </summary>
public sealed record PaymentClock
{
    /// <summary>Days to pay.</summary>
    public const int Days = 60;

    private PaymentClock()
    {
    }

    /// <summary>The day the claim was complete.</summary>
    public required DateOnly CompleteOn { get; init; }

    /// <summary>The last day to pay; while suspended, if what is awaited came today.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Days waited for the beneficiary.</summary>
    public required int DaysWaited { get; init; }

    /// <summary>Days left to the Région; below zero once the deadline has passed.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Whether something is awaited.</summary>
    public required bool IsSuspended { get; init; }

    /// <summary>The day it was paid; null before.</summary>
    public required DateOnly? PaidOn { get; init; }

    /// <summary>Whether the deadline has passed, paid or not.</summary>
    public bool IsLate => DaysLeft < 0;

    /// <summary>The whole in a French sentence.</summary>
    public string Summary => (PaidOn, IsSuspended, IsLate) switch
    {
        ({ } paid, _, false) => $"Payé le {French.Date(paid)}, dans les {Days} jours.",
        ({ } paid, _, true) => $"Payé le {French.Date(paid)}, après l'échéance du {French.Date(Deadline)}.",
        (null, true, _) => $"Le délai de {Days} jours est suspendu : des pièces sont attendues du bénéficiaire. Il restera {French.Plural(Math.Max(0, DaysLeft), "jour", "jours")} à leur réception.",
        (null, false, true) => $"Le délai de {Days} jours est passé depuis le {French.Date(Deadline)}.",
        _ => $"L'aide est à payer le {French.Date(Deadline)} au plus tard : il reste {French.Plural(DaysLeft, "jour", "jours")}.",
    };

    /// <summary>Reads it; null before the claim was complete.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="requests">The requests for missing items of its application.</param>
    /// <param name="today">Today, in Paris.</param>
    public static PaymentClock? Of(PaymentClaim claim, IEnumerable<MissingItemsRequest> requests, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(requests);
        return claim.CompleteOn is { } complete ? Of(complete, requests, claim.PaidOn, today) : null;
    }

    /// <summary>Reads it from the requests.</summary>
    internal static PaymentClock Of(DateOnly completeOn, IEnumerable<MissingItemsRequest> requests, DateOnly? paidOn, DateOnly today) =>
        At(completeOn, [.. requests.Where(request => request.IsOnPayment).Select(request => (request.SentAt.DayInParis(), request.AnsweredAt?.DayInParis()))], paidOn, today);

    /// <summary>Reads it from the days.</summary>
    /// <param name="completeOn">The day the claim was complete.</param>
    /// <param name="waits">The day of each request, and the day it was answered.</param>
    /// <param name="paidOn">The day it was paid; null before.</param>
    /// <param name="today">Today, in Paris.</param>
    public static PaymentClock At(DateOnly completeOn, IReadOnlyCollection<(DateOnly Sent, DateOnly? Answered)> waits, DateOnly? paidOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(waits);
        var end = paidOn ?? today;
        var (waited, counted, isSuspended) = (0, completeOn, false);
        foreach (var (sent, answered) in waits.Where(wait => (wait.Answered ?? end) >= completeOn).OrderBy(wait => wait.Sent))
        {
            // What was asked before the claim was complete suspends nothing; days that two requests share count once.
            var from = sent > counted ? sent : counted;
            var until = answered ?? end;
            if (until > from) (waited, counted) = (waited + until.DayNumber - from.DayNumber, until);
            isSuspended |= answered is null && sent >= completeOn && paidOn is null;
        }

        var deadline = completeOn.AddDays(Days + waited);
        return new()
        {
            CompleteOn = completeOn,
            Deadline = deadline,
            DaysWaited = waited,
            DaysLeft = deadline.DayNumber - end.DayNumber,
            IsSuspended = isSuspended,
            PaidOn = paidOn,
        };
    }
}
