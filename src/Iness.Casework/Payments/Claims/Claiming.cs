using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>A claim that the organisation may still change, held until the end of the transaction.</summary>
/// <param name="Application">The application, with its organisation.</param>
/// <param name="Claim">The claim, with the invoices that count and their lines.</param>
internal sealed record OpenClaim(Application Application, PaymentClaim Claim)
{
    public ClaimedInvoice? Find(Guid invoiceId) => Claim.Invoices.Find(invoice => invoice.Id == invoiceId && invoice.RemovedAt is null);
}

/// <summary>What every change of a claim checks first: whose it is, and that it is not filed.</summary>
internal static class Claiming
{
    public const string SeenBefore = "Cette facture a changé depuis que vous avez ouvert cette page, dans une autre fenêtre ou par un collègue. Rien n'a été enregistré, et ce que vous avez saisi est gardé : relisez, puis enregistrez de nouveau.";

    public const string ClaimSeenBefore = "Cette demande de versement a changé depuis que vous avez ouvert cette page, dans une autre fenêtre ou par un collègue. Rien n'a été enregistré, et ce que vous avez saisi est gardé : relisez, puis enregistrez de nouveau.";

    /// <summary>Whether a person may change the claim now: asked before a file is received, so that nobody fills the store through what is not theirs.</summary>
    public static async Task<Outcome> MayClaimAsync(this InessDbContext db, Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null || !await db.PaymentClaims.AnyAsync(claim => claim.ApplicationId == applicationId, cancellationToken)) return Outcome.NotFound;
        return WhyNotOpen(application);
    }

    /// <summary>Locks the claim of an application until the end of the transaction begun, and reads it.</summary>
    public static async Task<Outcome<OpenClaim>> TakeClaimAsync(this InessDbContext db, Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        db.ChangeTracker.Clear();
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var claim = await db.PaymentClaims.AsSplitQuery().Include(found => found.Invoices.Where(invoice => invoice.RemovedAt == null)).ThenInclude(invoice => invoice.Lines)
            .SingleOrDefaultAsync(found => found.ApplicationId == applicationId, cancellationToken);
        if (claim is null) return Outcome.NotFound;
        return WhyNotOpen(application) is { IsDone: false } refused ? refused : new OpenClaim(application, claim);
    }

    /// <summary>The same, once the page showed the claim as it is: nobody writes over what they have not seen.</summary>
    public static async Task<Outcome<OpenClaim>> TakeClaimAsync(this InessDbContext db, Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        return taken.IsDone && taken.Value.Claim.Version != seen ? Outcome.Refused(Refusal.Conflict, ClaimSeenBefore) : taken;
    }

    /// <summary>Saves a change of the claim, and ends the transaction.</summary>
    public static async Task<Outcome> KeepAsync(this InessDbContext db, OpenClaim open, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Act act, DateTime now, CancellationToken cancellationToken)
    {
        // Whatever changes, the claim has changed: what is filed is what was read.
        open.Claim.ChangedAt = now;
        // What was ruled on the minimum was ruled on other amounts.
        (open.Claim.PaysBelowFloor, open.Claim.FloorReason) = (null, null);
        db.Entry(open.Claim).Property(claim => claim.ChangedAt).IsModified = true;
        open.Application.ChangedAt = now;
        if (await db.TryCommitAsync(act, cancellationToken) is { IsDone: false } refused) return refused;
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    public static Outcome WhyNotOpen(Application application) => FileLifecycle.Find(application.Status, FileAction.ClaimPayment, Role.Applicant) is not null
        ? Outcome.Done
        : Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : la demande de versement ne peut pas être modifiée.");
}
