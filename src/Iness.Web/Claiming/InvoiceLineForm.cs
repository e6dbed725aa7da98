using System.Globalization;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Claiming;

/// <summary>The lines of an invoice in its form: those it has, and empty ones to type. A line left empty is none.</summary>
internal static class InvoiceLineForm
{
    public const string Count = "lignes";
    private const int Spare = 2;
    private const int AtFirst = 3;
    private const int More = 5;

    /// <summary>The lines as their fields hold them.</summary>
    public static void Write(Dictionary<string, StringValues> values, ClaimedInvoice invoice, int sign)
    {
        var lines = invoice.Lines.OrderBy(line => line.Position).ToList();
        values[Count] = Math.Clamp(lines.Count == 0 ? AtFirst : invoice.Source == InvoiceSource.Electronic ? lines.Count : lines.Count + Spare, 1, InvoiceReading.MostLines).ToString(CultureInfo.InvariantCulture);
        foreach (var (line, place) in lines.Select((line, place) => (line, place)))
        {
            values[Id(place)] = line.Id.ToString();
            values[Label(place)] = line.Label;
            values[Amount(place)] = InvoiceForm.Bare(line.Amount, sign);
            values[Months(place)] = line.Months?.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>How many lines the form shows.</summary>
    public static int CountOf(IReadOnlyDictionary<string, StringValues> values) =>
        int.TryParse(InvoiceForm.Of(values, Count), out var count) ? Math.Clamp(count, 1, InvoiceReading.MostLines) : AtFirst;

    /// <summary>A few lines more.</summary>
    public static void AddMore(Dictionary<string, StringValues> values) =>
        values[Count] = Math.Min(CountOf(values) + More, InvoiceReading.MostLines).ToString(CultureInfo.InvariantCulture);

    /// <summary>The fields of each line.</summary>
    public static IReadOnlyList<Field[]> Fields(IReadOnlyDictionary<string, StringValues> values, bool hasSubscriptions) =>
        [.. Enumerable.Range(0, CountOf(values)).Select(place => FieldsOf(values, place, hasSubscriptions).ToArray())];

    /// <summary>Reads them; what is wrong is noted on its field.</summary>
    public static List<TypedLine> Read(FormReader form, bool hasSubscriptions)
    {
        List<TypedLine> lines = [];
        for (var place = 0; place < CountOf(form.Values); place++)
        {
            if (new[] { Label(place), Amount(place) }.All(name => string.IsNullOrWhiteSpace(InvoiceForm.Of(form.Values, name)))) continue;
            var label = form.Required(Label(place), ClaimedLine.LongestLabel, "Écrivez ce que cette ligne achète.");
            var amount = form.Amount(Amount(place), "Écrivez le montant hors taxes de cette ligne.", InvoiceForm.Least, InvoiceReading.Most);
            int? months = hasSubscriptions && InvoiceForm.Of(form.Values, Months(place)).Trim().Length > 0
                ? form.Integer(Months(place), "Écrivez le nombre de mois de l'abonnement, de 1 à 120.", 1, 120)
                : null;
            if (label is not null && amount is { } euros) lines.Add(new(Guid.TryParse(InvoiceForm.Of(form.Values, Id(place)), out var id) ? id : null, label, euros, months));
        }

        if (lines.Count == 0 && form.Errors.Count == 0) form.Refuse(Label(0), "Écrivez au moins une ligne : ce que la facture achète, et son montant hors taxes.");
        return lines;
    }

    private static IEnumerable<Field> FieldsOf(IReadOnlyDictionary<string, StringValues> values, int place, bool hasSubscriptions)
    {
        if (InvoiceForm.Of(values, Id(place)) is { Length: > 0 } id) yield return new HiddenField(Id(place), id);
        yield return new TextField(Label(place), $"Ligne {place + 1} : ce qu'elle achète") { Value = InvoiceForm.Of(values, Label(place)), MaxLength = ClaimedLine.LongestLabel };
        yield return new TextField(Amount(place), $"Ligne {place + 1} : montant hors taxes") { Value = InvoiceForm.Of(values, Amount(place)), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 };
        if (hasSubscriptions)
            yield return new TextField(Months(place), $"Ligne {place + 1} : mois d'abonnement, s'il y en a") { Value = InvoiceForm.Of(values, Months(place)), InputMode = "numeric", Suffix = "mois", Width = "input--width-3", MaxLength = 3 };
    }

    private static string Id(int place) => $"ligne-{place + 1}-id";

    private static string Label(int place) => $"ligne-{place + 1}-libelle";

    private static string Amount(int place) => $"ligne-{place + 1}-montant";

    private static string Months(int place) => $"ligne-{place + 1}-mois";
}
