using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Iness.Casework.Decisions;

/// <summary>The list of a batch as a workbook. Texts are texts there, never formulas.</summary>
public static class BatchXlsx
{
    /// <summary>Headings of the list, the same on paper.</summary>
    internal static readonly string[] Headings = ["Dossier", "Structure", "SIREN", "Projet", "Proposition", "Montant (€)", "Année", "État"];

    private static readonly double[] Widths = [18, 40, 12, 40, 24, 14, 8, 50];

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(IEnumerable<BatchLine> lines, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await using var workbook = await Spreadsheet.CreateNewAsync(output, cancellationToken: cancellationToken);
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        var amount = workbook.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00") });
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 0; column < Widths.Length; column++) sheet.Column(column + 1).Width = Widths[column];
        await workbook.StartWorksheetAsync("Lot", sheet, cancellationToken);
        await workbook.AddRowAsync(Headings.Select(text => new StyledCell(text, heading)).ToList(), cancellationToken);
        foreach (var line in lines)
        {
            StyledCell[] cells =
            [
                new(line.Number, null), new(line.Organisation, null), new(line.Siren, null), new(line.Title, null), new(line.Kind.InFrench(), null),
                new(line.Amount.ToEuros(), amount), new(line.BudgetYear, null), new(StateOf(line), null),
            ];
            await workbook.AddRowAsync(cells, cancellationToken);
        }

        await workbook.FinishAsync(cancellationToken);
    }

    /// <summary>What became of a proposal, in words.</summary>
    public static string StateOf(BatchLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.DecidedAt is { } at ? $"décidé le {Iness.Regulation.French.Date(at.DayInParis())}" : line.Failure is { } failure ? $"non décidé : {failure}" : "à décider";
    }
}
