using System.Globalization;
using Iness.Casework.Figures;

namespace Iness.Web.Figures;

/// <summary>What was granted on an envelope month after month, under the line of what was voted: where each thing is drawn. The table beside it says the same.</summary>
public sealed class EnvelopeDrawing
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    /// <summary>Its height.</summary>
    public const int Height = 240;

    private const int Left = 16;
    private const int Right = 16;
    private const int Top = 28;
    private const int Base = 206;
    private const int Months = 12;
    private static readonly string[] Initials = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];

    /// <summary>Lays it out, up to a day.</summary>
    public EnvelopeDrawing(EnvelopeCurve curve, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var last = curve.Year < today.Year ? Months : curve.Year > today.Year ? 0 : today.Month;
        var totals = Enumerable.Range(1, last).Select(month => (Month: month, Total: curve.Months.LastOrDefault(known => known.Month <= month)?.Total.Cents ?? 0)).ToList();
        var most = Math.Max(1, Math.Max(curve.Voted.Cents, totals.Select(total => total.Total).DefaultIfEmpty(0).Max()));
        int At(long cents) => Base - (int)(cents * (Base - Top) / most);
        VotedAt = curve.Voted.Cents > 0 ? At(curve.Voted.Cents) : null;
        // It starts at nothing on 1 January, and each month stands at its end.
        Line = string.Join(' ', totals.Select(total => (X: X(total.Month), Y: At(total.Total))).Prepend((X: X(0), Y: Base)).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));
        Points = [.. totals.Select(total => (X(total.Month), At(total.Total)))];
    }

    /// <summary>The axis.</summary>
    public static int AxisAt => Base;

    /// <summary>Height of the vote; null for none.</summary>
    public int? VotedAt { get; }

    /// <summary>Points of the curve.</summary>
    public string Line { get; }

    /// <summary>Ends of the months on it.</summary>
    public IReadOnlyList<(int X, int Y)> Points { get; }

    /// <summary>The initial of each month, at its middle.</summary>
    public static IReadOnlyList<(int X, string Text)> Labels => [.. Initials.Select((initial, i) => ((X(i) + X(i + 1)) / 2, initial))];

    /// <summary>Ends of the months on the axis.</summary>
    public static IReadOnlyList<int> Ticks => [.. Enumerable.Range(0, Months + 1).Select(X)];

    private static int X(int month) => Left + (Width - Left - Right) * month / Months;
}
