namespace Iness.Regulation.Costs;

/// <summary>What one line retains, and why it loses the rest.</summary>
public readonly struct CostLineAssessment
{
    private readonly DateOnly createdOn;
    private readonly SchemeParameters parameters;
    private readonly CostReasons reasons;

    internal CostLineAssessment(CostLine line, Money retained, CostReasons reasons, DateOnly createdOn, SchemeParameters parameters)
    {
        Line = line;
        Retained = retained;
        this.reasons = reasons;
        this.createdOn = createdOn;
        this.parameters = parameters;
    }

    /// <summary>The line as given.</summary>
    public CostLine Line { get; }

    /// <summary>Amount retained, excluding VAT.</summary>
    public Money Retained { get; }

    /// <summary>Why the line loses something, in the order the provisions apply; empty when all of it is retained.</summary>
    public IEnumerable<CostReason> Reasons
    {
        get
        {
            for (var bits = (int)reasons; bits != 0; bits &= bits - 1)
            {
                yield return CostSentences.Reason((CostReasons)(bits & -bits), Line, Retained, createdOn, parameters);
            }
        }
    }

    internal bool IsExcluded => (reasons & CostReasons.Excluded) != 0;

    internal CostLineAssessment Reduce(Money retained, CostReasons reason) => new(Line, retained, reasons | reason, createdOn, parameters);
}

/// <summary>Why a line loses something.</summary>
/// <param name="Provision">The provision applied.</param>
/// <param name="Explanation">A French sentence with the value used and the threshold.</param>
public readonly record struct CostReason(Provision Provision, string Explanation);
