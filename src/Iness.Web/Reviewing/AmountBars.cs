using Iness.Casework.Payments.Preparing;
using Iness.Regulation;

namespace Iness.Web.Reviewing;

/// <summary>What is granted, justified, retained and payable, side by side: where each bar is drawn. The table beside it says the same.</summary>
public sealed class AmountBars
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    /// <summary>Height of one bar with its label.</summary>
    public const int Step = 44;

    private AmountBars(IReadOnlyList<(string Name, string Kind, Money Amount)> amounts)
    {
        var largest = Math.Max(1, amounts.Max(amount => amount.Amount.Cents));
        Bars = [.. amounts.Select((amount, i) => new Bar(amount.Name, amount.Kind, amount.Amount, i * Step, (int)(Math.Max(0, amount.Amount.Cents) * Width / largest)))];
    }

    /// <summary>One amount.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Kind">Costs, or aid: they are drawn apart.</param>
    /// <param name="Amount">How much.</param>
    /// <param name="Y">Where.</param>
    /// <param name="Length">How long.</param>
    public sealed record Bar(string Name, string Kind, Money Amount, int Y, int Length);

    /// <summary>The bars, from the top.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Height of the drawing.</summary>
    public int Height => Bars.Count * Step;

    /// <summary>Lays out a claim.</summary>
    public static AmountBars Of(ClaimUnderReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new(
        [
            ("Factures justifiées, hors taxes", "costs", review.Justified),
            ("Dépenses retenues", "costs", review.Claim.ValidatedAt is null ? review.Retained : review.Claim.Retained ?? review.Retained),
            ("Aide accordée", "aid", review.Granted),
            ("Aide à payer", "aid", review.Claim.ValidatedAt is null ? review.Payable : review.Claim.Payable ?? review.Payable),
        ]);
    }
}
