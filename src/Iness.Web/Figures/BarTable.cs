namespace Iness.Web.Figures;

/// <summary>Figures as bars, each in the row of the table that says it in numbers: they cannot part, on any screen.</summary>
/// <param name="Id">Identifier on the page.</param>
/// <param name="Caption">What the table tells.</param>
/// <param name="Columns">What heads the rows and their values; the bars stand after the first.</param>
/// <param name="Rows">The rows.</param>
public sealed record BarTable(string Id, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<BarRow> Rows)
{
    /// <summary>Length of a bar, out of a hundred.</summary>
    public int LengthOf(BarRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var most = Rows.Max(other => other.Value);
        return most <= 0 || row.Value <= 0 ? 0 : Math.Max(1, (int)(100 * row.Value / most));
    }
}

/// <summary>A row of figures.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">What the bar measures.</param>
/// <param name="Cells">The values, in words.</param>
public sealed record BarRow(string Label, double Value, params string[] Cells);
