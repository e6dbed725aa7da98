using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Control;

/// <summary>A line of an invoice, as a control corrects it.</summary>
/// <param name="Line">The claimed line.</param>
/// <param name="Retained">What the control retains of it.</param>
/// <param name="Reason">Why.</param>
public sealed record LineCorrected(Guid Line, Money Retained, string Reason);

/// <summary>The payment computed again by the regulation (PAY-1) on the lines as a control corrects them.</summary>
/// <param name="Claim">The claim, its lines corrected.</param>
/// <param name="Aid">The aid that the regulation gives.</param>
/// <param name="Retained">The costs retained.</param>
/// <param name="ToJudge">What an agent has still to judge, when the costs retained fall short of the floor (PAY-1); null for nothing.</param>
public sealed record CorrectedPayment(PaymentClaim Claim, Money Aid, Money Retained, string? ToJudge)
{
    /// <summary>Computes it; null when what was claimed or decided can no longer be read.</summary>
    public static async Task<CorrectedPayment?> OfAsync(InessDbContext db, Guid applicationId, IReadOnlyCollection<LineCorrected> corrections, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        if (await ClaimUnderCheck.ReadAsync(db, applicationId, today, cancellationToken) is not { } read) return null;
        // What was read is of no context: nothing corrected here is ever saved in the claim, which stays as it was paid.
        foreach (var line in read.Claim.Invoices.SelectMany(invoice => invoice.Lines))
            if (corrections.FirstOrDefault(correction => correction.Line == line.Id) is { } corrected) line.Retained = corrected.Retained;
        var assessment = read.Assess(PaidBasis.Retained);
        return new(read.Claim, assessment.Amount, assessment.Costs.Eligible, assessment.Finding is { Verdict: Verdict.Review, Explanation: var explanation } ? explanation : null);
    }
}
