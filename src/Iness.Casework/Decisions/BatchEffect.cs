using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>What deciding a batch does to the envelope of a year.</summary>
/// <param name="Balance">The envelope as it stands; what the batch proposes is counted as proposed.</param>
/// <param name="Count">Files of the batch that would be granted an aid and are not yet.</param>
/// <param name="Amount">What they would add: of an aid granted already and decided anew, the difference.</param>
public sealed record BatchEffect(EnvelopeBalance Balance, int Count, Money Amount)
{
    /// <summary>What would then be granted.</summary>
    public Money GrantedAfter => Balance.Granted + Amount;
}

/// <summary>Counts the effect of a batch.</summary>
public static class BatchEffects
{
    /// <summary>That of a batch on each year it takes from.</summary>
    public static async Task<IReadOnlyList<BatchEffect>> BatchEffectsAsync(this InessDbContext db, Guid batchId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var grants = await db.Proposals.AsNoTracking().Standing().Where(proposal => proposal.BatchId == batchId && proposal.Kind == DecisionKind.Grant)
            .Select(proposal => new { proposal.ApplicationId, proposal.BudgetYear, proposal.Amount }).ToListAsync(cancellationToken);
        var engaged = await db.EngagedAsync([.. grants.Select(grant => grant.ApplicationId)], cancellationToken);
        List<BatchEffect> effects = [];
        foreach (var year in grants.GroupBy(grant => grant.BudgetYear).OrderBy(year => year.Key))
        {
            effects.Add(new(await db.EnvelopeBalanceAsync(year.Key, cancellationToken), year.Count(), year.Aggregate(Money.Zero, (sum, grant) => sum + grant.Amount - engaged.GetValueOrDefault((grant.ApplicationId, grant.BudgetYear)))));
        }

        return effects;
    }
}
