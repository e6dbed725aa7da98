using System.Globalization;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Claiming;

/// <summary>The form of the payment of an invoice.</summary>
internal static class ProofForm
{
    public const string Kind = "preuve";
    public const string PaidOn = "date-paiement";
    public const string Means = "moyen";
    public const string Reference = "reference";

    private static readonly Choice[] Kinds =
    [
        new(nameof(PaymentProofKind.SupplierMention), "La mention du fournisseur sur la facture", "« Acquittée », avec la date, le moyen de paiement, sa référence et la signature du fournisseur."),
        new(nameof(PaymentProofKind.BankStatement), "Un relevé bancaire qui montre le débit", "Vous pouvez masquer les autres lignes."),
    ];

    private static readonly Choice[] AllMeans =
    [
        new(nameof(PaymentMeans.Transfer), "Virement"), new(nameof(PaymentMeans.Card), "Carte bancaire"), new(nameof(PaymentMeans.DirectDebit), "Prélèvement"),
        new(nameof(PaymentMeans.Cheque), "Chèque"), new(nameof(PaymentMeans.Cash), "Espèces"),
    ];

    /// <summary>What is told, as the fields hold it.</summary>
    public static Dictionary<string, StringValues> Values(ClaimedInvoice invoice) => new(StringComparer.Ordinal)
    {
        [Kind] = invoice.Proof?.ToString(),
        [$"{PaidOn}-jour"] = invoice.PaidOn?.Day.ToString(CultureInfo.InvariantCulture),
        [$"{PaidOn}-mois"] = invoice.PaidOn?.Month.ToString(CultureInfo.InvariantCulture),
        [$"{PaidOn}-annee"] = invoice.PaidOn?.Year.ToString(CultureInfo.InvariantCulture),
        [Means] = invoice.Means?.ToString(),
        [Reference] = invoice.PaymentReference,
    };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> values) =>
    [
        new RadiosField(Kind, "Qu'est-ce qui prouve le paiement ?", Kinds) { Value = InvoiceForm.Of(values, Kind) },
        new DateField(PaidOn, "Jour du paiement") { Value = (InvoiceForm.Of(values, $"{PaidOn}-jour"), InvoiceForm.Of(values, $"{PaidOn}-mois"), InvoiceForm.Of(values, $"{PaidOn}-annee")) },
        new RadiosField(Means, "Moyen de paiement", AllMeans) { Value = InvoiceForm.Of(values, Means), Small = true },
        new TextField(Reference, "Référence du paiement (facultatif)", "Numéro du virement ou du chèque.") { Value = InvoiceForm.Of(values, Reference), MaxLength = ClaimedInvoice.LongestNumber, Width = "input--width-20" },
    ];

    /// <summary>Reads it; null after noting what is wrong.</summary>
    public static TypedProof? Read(FormReader form, DateOnly today)
    {
        var kind = form.Choice(Kind, Kinds, "Choisissez ce qui prouve le paiement.");
        var paid = form.Date(PaidOn, "Écrivez le jour du paiement.", today);
        var means = form.Choice(Means, AllMeans, "Choisissez le moyen de paiement.");
        var reference = form.Text(Reference, ClaimedInvoice.LongestNumber);
        return form.Errors.Count == 0 ? new(Enum.Parse<PaymentProofKind>(kind!), paid!.Value, Enum.Parse<PaymentMeans>(means!), reference) : null;
    }
}
