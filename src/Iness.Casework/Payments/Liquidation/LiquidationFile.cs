using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>
/// A batch as finance takes it in: CSV (RFC 4180: commas, CRLF, quotes where needed) and JSON, the same values in both. They are for a
/// machine: nothing is added to a value to please a spreadsheet. docs/payments.md gives the format.
/// </summary>
public static class LiquidationFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns of the CSV, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "lot", "exercice", "dossier", "engagement", "arrete", "date_arrete", "siret", "beneficiaire", "adresse", "titulaire", "iban", "bic",
        "montant", "objet", "date_demande_complete", "pieces", "valide_par", "valide_le",
    ];

    /// <summary>The batch as CSV.</summary>
    public static string Csv(string batch, int year, IEnumerable<LiquidationItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var text = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var item in items)
        {
            string[] values =
            [
                batch, year.ToString(CultureInfo.InvariantCulture), item.FileNumber, item.CommitmentNumber, item.OrderNumber, Iso(item.OrderDate), item.Siret, item.Name, item.Address,
                item.AccountHolder, item.Iban, item.Bic, Euros(item.Amount), item.Object, Iso(item.ClaimCompleteOn),
                string.Join('|', item.Documents.Select(document => $"{document.Name.Replace('|', ' ')}:{document.Sha256}")), item.ValidatedBy, Iso(item.ValidatedOn),
            ];
            text.AppendJoin(',', values.Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The batch as JSON.</summary>
    public static string Json(string batch, int year, DateOnly madeOn, IReadOnlyCollection<LiquidationItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("batch", batch);
            json.WriteNumber("budgetYear", year);
            json.WriteString("madeOn", Iso(madeOn));
            json.WriteNumber("count", items.Count);
            json.WriteNumber("total", items.Aggregate(Money.Zero, (sum, item) => sum + item.Amount).ToEuros());
            json.WriteStartArray("payments");
            foreach (var item in items) Write(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, LiquidationItem item)
    {
        json.WriteStartObject();
        json.WriteString("fileNumber", item.FileNumber);
        json.WriteString("commitmentNumber", item.CommitmentNumber);
        json.WriteString("orderNumber", item.OrderNumber);
        json.WriteString("orderDate", Iso(item.OrderDate));
        json.WriteStartObject("beneficiary");
        json.WriteString("siret", item.Siret);
        json.WriteString("name", item.Name);
        json.WriteString("address", item.Address);
        json.WriteEndObject();
        json.WriteStartObject("account");
        json.WriteString("holder", item.AccountHolder);
        json.WriteString("iban", item.Iban);
        json.WriteString("bic", item.Bic);
        json.WriteEndObject();
        json.WriteNumber("amount", item.Amount.ToEuros());
        json.WriteString("object", item.Object);
        json.WriteString("claimCompleteOn", Iso(item.ClaimCompleteOn));
        json.WriteStartArray("documents");
        foreach (var document in item.Documents)
        {
            json.WriteStartObject();
            json.WriteString("name", document.Name);
            json.WriteString("sha256", document.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("validatedBy", item.ValidatedBy);
        json.WriteString("validatedOn", Iso(item.ValidatedOn));
        json.WriteEndObject();
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Euros(Money amount) => amount.ToEuros().ToString("0.00", CultureInfo.InvariantCulture);
}
