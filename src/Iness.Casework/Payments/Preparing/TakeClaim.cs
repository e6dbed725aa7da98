using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>What every write on a claim checks first: the right of the account as it is now, that the claim is with the Région, and that nobody changed it since its page was shown.</summary>
internal static class TakeClaim
{
    /// <summary>Locks the file until the end of the transaction begun, and reads its claim to be changed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="right">What they need.</param>
    /// <param name="today">Today, in Paris.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="at">Where the file must stand.</param>
    public static async Task<Outcome<ClaimUnderReview>> TakeClaimAsync(
        this InessDbContext db, Guid applicationId, int seen, Actor who, Right right, DateOnly today, CancellationToken cancellationToken, FileStatus at = FileStatus.PaymentClaimed)
    {
        if (!await db.HoldsAsync(who, right, cancellationToken)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de faire cela sur un versement.");
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null || await ClaimUnderReview.LoadAsync(db, application, isTracked: true, today, cancellationToken) is not { } claim) return Outcome.NotFound;
        if (application.Status != at)
            return Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : son versement ne peut plus être modifié. Rien n'a été enregistré.");
        return claim.Claim.Version == seen ? claim : await db.ChangedSinceAsync(applicationId, cancellationToken);
    }

    /// <summary>Whether an account holds a right now, whatever its session says.</summary>
    public static async Task<bool> HoldsAsync(this InessDbContext db, Actor who, Right right, CancellationToken cancellationToken) =>
        who.AccountId is { } id
        && await db.Users.Where(account => account.Id == id && account.ClosedAt == null).Select(account => (Role?)account.Role).SingleOrDefaultAsync(cancellationToken) is { } role
        && role == who.Role && RightsTable.Allows(role, right);

    /// <summary>Moves the version on, so that another page of the claim knows that it is out of date.</summary>
    public static void Touch(this InessDbContext db, PaymentClaim claim) => db.Entry(claim).Property(changed => changed.Version).IsModified = true;

    /// <summary>What stands in the way of changing what is retained: a payment prepared is what a second person reads.</summary>
    public static Outcome WhyNotChange(this PaymentClaim claim) => claim.PreparedAt is null
        ? Outcome.Done
        : Outcome.Refused(Refusal.Conflict, "Ce versement est préparé et attend sa validation : reprenez-le avant d'y changer quelque chose.");
}
