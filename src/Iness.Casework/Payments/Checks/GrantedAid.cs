using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Checks;

/// <summary>What is granted when the payment is claimed: the decision, less the reductions decided since.</summary>
/// <param name="Decision">The decision that grants the aid.</param>
/// <param name="Reduced">What reductions took off.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="Costs">The costs it retains, in their order.</param>
public sealed record GrantedAid(Decision Decision, Money Reduced, AssessmentRequest Facts, IReadOnlyList<GrantedCost> Costs)
{
    /// <summary>The amount the payment stays within.</summary>
    public Money Amount => Money.Max(Money.Zero, Decision.Amount - Reduced);

    /// <summary>Reads it; null when nothing is granted.</summary>
    public static async Task<GrantedAid?> ReadAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var decision = await db.Decisions.AsNoTracking().Where(found => found.ApplicationId == applicationId).OrderByDescending(found => found.At).FirstOrDefaultAsync(cancellationToken);
        if (decision is not { Kind: DecisionKind.Grant } || AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(decision.Facts), []) is not { } facts) return null;
        return new(decision, await db.ReducedSinceAsync(applicationId, decision.At, cancellationToken), facts, CostsOf(facts));
    }

    /// <summary>The costs of the facts of a decision that retain something.</summary>
    public static IReadOnlyList<GrantedCost> CostsOf(AssessmentRequest facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. EligibilityAssessment.Assess(facts).Costs.Lines.Where(line => line.Retained > Money.Zero).Select(line => new GrantedCost(line.Line, line.Retained))];
    }
}
