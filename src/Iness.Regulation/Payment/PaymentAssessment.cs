namespace Iness.Regulation.Payment;

/// <summary>PAY-1: the final aid is the same computation on the paid invoices that are retained, never above the amount granted.</summary>
public sealed class PaymentAssessment
{
    private readonly Situation situation;

    private PaymentAssessment(Situation situation, Money granted)
    {
        this.situation = situation;
        Granted = granted;
        Amount = Money.Min(situation.Aid.Bounded, granted);
    }

    /// <summary>Amount granted by the order or the agreement.</summary>
    public Money Granted { get; }

    /// <summary>Final aid, one payment.</summary>
    public Money Amount { get; }

    /// <summary>The paid costs, line by line.</summary>
    public Costs.CostAssessment Costs => situation.Costs;

    /// <summary>The figures that bound it, in the order of the text, then what was granted: the final aid is the least of them.</summary>
    public IEnumerable<Aid.AidStep> Steps => new Aid.AidAssessment(situation, Amount).Steps.Append(new(Provision.Pay1, "Aide accordée", Granted));

    /// <summary>Met, or review when the paid costs retained fall short of the floor: the notice is silent, an officer judges.</summary>
    public Finding Finding => new(situation, PaidCosts(situation));

    /// <summary>Computes the final aid.</summary>
    /// <param name="paid">The facts of the decision, the cost lines being those of the receipted invoices.</param>
    /// <param name="granted">Amount granted.</param>
    public static PaymentAssessment Assess(AssessmentRequest paid, Money granted)
    {
        ArgumentNullException.ThrowIfNull(paid);
        return new(new(paid, SchemeParameters.On(paid.CreatedOn)), granted);
    }

    [Rule("PAY-1")]
    private static Ruling PaidCosts(Situation s) => s.Costs.Eligible < s.Parameters.CostsFloor
        ? Ruling.Review(Provision.Pay1, static (s, _) =>
            $"Dépenses payées et retenues de {s.Costs.Eligible}, inférieures à {s.Parameters.CostsFloor} : un agent de la Région dira si l'aide est versée.")
        : Ruling.Met(Provision.Pay1, static (s, _) => $"Dépenses payées et retenues de {s.Costs.Eligible}, au moins égales à {s.Parameters.CostsFloor}.");
}
