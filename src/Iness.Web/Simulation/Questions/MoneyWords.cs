using Iness.Regulation;

namespace Iness.Web.Simulation.Questions;

/// <summary>Amounts as the simulator's fields hold them.</summary>
internal static class MoneyWords
{
    /// <summary>The largest amount of a turnover, a capital or an aid.</summary>
    public static readonly Money Most = Money.Euros(10_000_000_000_000);

    /// <summary>An amount without its unit, as a field shows it: the unit stands beside.</summary>
    public static string Bare(Money amount) => amount.ToString()[..^2];
}
