using Iness.Casework.Lifecycle;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Iness.Casework.Review.Worklist;

/// <summary>The list as a workbook, written forward only: a row is forgotten once it is written. Texts are texts there, never formulas.</summary>
internal static class XlsxExport
{
    private static readonly double[] Widths = [18, 40, 12, 17, 40, 24, 13, 18, 18, 16, 16, 13, 16, 24];

    public static async Task WriteAsync(IAsyncEnumerable<WorklistRow> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(output, cancellationToken: cancellationToken);
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        var amount = workbook.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00") });
        var day = workbook.AddStyle(new Style { Format = NumberFormat.Custom("dd/mm/yyyy") });
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 0; column < Widths.Length; column++) sheet.Column(column + 1).Width = Widths[column];
        await workbook.StartWorksheetAsync("Dossiers", sheet, cancellationToken);
        await workbook.AddRowAsync(CsvExport.Headings.Select(text => new StyledCell(text, heading)).ToList(), cancellationToken);
        var cells = new StyledCell[Widths.Length];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Fill(cells, row, amount, day);
            await workbook.AddRowAsync(cells, cancellationToken);
        }

        await workbook.FinishAsync(cancellationToken);
    }

    private static void Fill(StyledCell[] cells, WorklistRow row, StyleId amount, StyleId day)
    {
        cells[0] = new(row.Number, null);
        cells[1] = new(row.Organisation, null);
        cells[2] = new(row.Siren, null);
        cells[3] = new(row.Siret, null);
        cells[4] = new(row.Title, null);
        cells[5] = new(row.Town, null);
        cells[6] = new(row.Department, null);
        cells[7] = new(row.Status.InFrench(), null);
        cells[8] = new(row.Verdict?.InFrench(), null);
        cells[9] = new(row.Eligible?.ToEuros(), amount);
        cells[10] = new(row.Aid?.ToEuros(), amount);
        cells[11] = new(At(row.FiledAt.DayInParis()), day);
        cells[12] = new(At(row.RespondBy), day);
        cells[13] = new(row.Officer, null);
    }

    private static DateTime? At(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue);
}
