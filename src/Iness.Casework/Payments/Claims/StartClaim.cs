using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>Begins the claim for the payment of a granted aid. There is one: begun twice, it is the same.</summary>
public sealed class StartClaim(InessDbContext db, TimeProvider time)
{
    /// <summary>Begins it, and gives its identifier.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (Claiming.WhyNotOpen(application) is { IsDone: false } refused) return refused;
        if (await db.PaymentClaims.Where(claim => claim.ApplicationId == applicationId).Select(claim => (Guid?)claim.Id).SingleOrDefaultAsync(cancellationToken) is { } begun) return begun;
        if (await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is null) return Outcome.Refused(Refusal.Conflict, "Aucune aide n'est accordée à cette demande : il n'y a rien à verser.");
        var now = time.Instant();
        var claim = new PaymentClaim { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, CreatedAt = now, CreatedBy = account, ChangedAt = now };
        db.Add(claim);
        await db.CommitAsync(new(who, "ClaimStarted", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return claim.Id;
    }
}
