namespace Iness.Regulation.Costs;

/// <summary>What one line retains, and why it loses the rest.</summary>
public readonly struct CostLineAssessment
{
    private readonly CostAssessment whole;
    private readonly AssessedLine assessed;

    internal CostLineAssessment(CostAssessment whole, AssessedLine assessed) => (this.whole, this.assessed) = (whole, assessed);

    /// <summary>The line as given.</summary>
    public CostLine Line => assessed.Line;

    /// <summary>Amount retained, excluding VAT.</summary>
    public Money Retained => assessed.Retained;

    /// <summary>Why the line loses something, in the order the provisions apply; empty when all of it is retained.</summary>
    public IEnumerable<CostReason> Reasons
    {
        get
        {
            for (var bits = (int)assessed.Reasons; bits != 0; bits &= bits - 1)
            {
                yield return CostSentences.Reason((CostReasons)(bits & -bits), assessed, whole);
            }
        }
    }
}

/// <summary>Why a line loses something.</summary>
/// <param name="Provision">The provision applied.</param>
/// <param name="Explanation">A French sentence with the value used and the threshold.</param>
public readonly record struct CostReason(Provision Provision, string Explanation);

/// <summary>A line while it is assessed.</summary>
internal readonly record struct AssessedLine(CostLine Line, Money Retained, CostReasons Reasons)
{
    public bool IsHardware => Line.Category == CostCategory.Hardware;

    public bool IsExcluded => (Reasons & CostReasons.Excluded) != 0;
}
