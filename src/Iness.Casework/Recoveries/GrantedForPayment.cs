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
        if (decision is not { Kind: DecisionKind.Grant }) return null;
        var reductions = await db.Recoveries.AsNoTracking()
            .Where(found => found.ApplicationId == applicationId && found.Kind == RecoveryKind.Reduction && found.DecidedAt >= decision.At)
            .Select(found => found.Amount).ToListAsync(cancellationToken);
        return reductions.Aggregate(decision.Amount, (left, reduction) => left - reduction);
    }
}
