using System.Globalization;
using System.Text;
using Iness.Casework.Lifecycle;
using Iness.Regulation;

namespace Iness.Casework.Review.Worklist;

/// <summary>
/// The list as text that a French spreadsheet opens by a double click: semicolons, decimal commas, UTF-8 with its mark. A text that a
/// spreadsheet would run as a formula is kept from it by an apostrophe.
/// </summary>
internal static class CsvExport
{
    public static readonly string[] Headings =
    [
        "Numéro", "Structure", "SIREN", "SIRET", "Projet", "Commune", "Département", "Statut", "Avis du règlement", "Dépenses retenues (€)", "Aide calculée (€)", "Déposée le", "Répondre avant le", "Instructeur",
    ];

    public static async Task WriteAsync(IAsyncEnumerable<WorklistRow> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(';', Headings.Select(Cell)));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(string.Join(
                ';',
                Cell(row.Number), Cell(row.Organisation), Cell(row.Siren), Cell(row.Siret), Cell(row.Title), Cell(row.Town), Cell(row.Department), Cell(row.Status.InFrench()), Cell(row.Verdict?.InFrench()),
                Amount(row.Eligible), Amount(row.Aid), Day(row.FiledAt.DayInParis()), Day(row.RespondBy), Cell(row.Officer)));
        }
    }

    /// <summary>A text in its place.</summary>
    internal static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Amount(Money? amount) => amount is { } money ? money.ToEuros().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : "";

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
