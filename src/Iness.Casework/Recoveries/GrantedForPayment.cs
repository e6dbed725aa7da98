using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>What a grant is still worth: what the act grants, less the reductions decided since.</summary>
public static class GrantedForPayment
{
    /// <summary>The most that may be paid on an application; null when its latest decision grants nothing.</summary>
    public static async Task<Money?> GrantedForPaymentAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var decision = await db.Decisions.AsNoTracking().Where(found => found.ApplicationId == applicationId).OrderByDescending(found => found.At)
            .Select(found => new { found.Kind, found.Amount, found.At }).FirstOrDefaultAsync(cancellationToken);
        return decision is { Kind: DecisionKind.Grant } ? decision.Amount - await db.ReducedSinceAsync(applicationId, decision.At, cancellationToken) : null;
    }

    /// <summary>What reductions took off an act taken at an instant: those of an act that it replaced went with that act.</summary>
    internal static async Task<Money> ReducedSinceAsync(this InessDbContext db, Guid applicationId, DateTime at, CancellationToken cancellationToken) =>
        (await db.Recoveries.AsNoTracking().Where(found => found.ApplicationId == applicationId && found.Kind == RecoveryKind.Reduction && found.DecidedAt >= at)
            .Select(found => found.Amount).ToListAsync(cancellationToken)).Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
