using Iness.Casework.Review.OtherAids;

namespace Iness.Web.Reviewing;

/// <summary>De minimis aid along time, with the days that count: where each thing is drawn. The table beside it says the same.</summary>
public sealed class AidTimeline
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    private const int Margin = 24;
    private const int Least = 4;
    private const int Tallest = 96;

    private readonly DateOnly from;
    private readonly DateOnly until;

    /// <summary>Lays it out.</summary>
    public AidTimeline(AidLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var start = ledger.Window.After.AddDays(1);
        var days = ledger.Lines.Select(line => line.Surest.GrantedOn).ToList();
        // What lies far outside is in the table: the drawing shows a year before and after at most.
        from = days.Append(start).Where(day => day >= start.AddYears(-1)).Min().AddDays(-30);
        until = days.Append(ledger.Window.Until).Where(day => day <= ledger.Window.Until.AddYears(1)).Max().AddDays(30);
        var largest = Math.Max(1, ledger.Lines.Select(line => line.Surest.Amount.Cents).DefaultIfEmpty(1).Max());
        (WindowFrom, WindowUntil) = (At(start), At(ledger.Window.Until));
        Bars = [.. ledger.Lines.Where(line => line.Surest.GrantedOn >= from && line.Surest.GrantedOn <= until)
            .Select(line => new Bar(At(line.Surest.GrantedOn), Math.Max(Least, (int)(line.Surest.Amount.Cents * Tallest / largest)), line))];
        Years = [.. Enumerable.Range(from.Year + 1, Math.Max(0, until.Year - from.Year)).Select(year => (At(new(year, 1, 1)), year))];
    }

    /// <summary>One aid.</summary>
    /// <param name="X">Where.</param>
    /// <param name="Height">How high.</param>
    /// <param name="Line">The aid.</param>
    public sealed record Bar(int X, int Height, LedgerLine Line);

    /// <summary>First day that counts.</summary>
    public int WindowFrom { get; }

    /// <summary>Last day that counts: the grant.</summary>
    public int WindowUntil { get; }

    /// <summary>The aids.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>First day of each year.</summary>
    public IReadOnlyList<(int X, int Year)> Years { get; }

    private int At(DateOnly day) => Margin + (int)((long)(Width - 2 * Margin) * (day.DayNumber - from.DayNumber) / Math.Max(1, until.DayNumber - from.DayNumber));
}
