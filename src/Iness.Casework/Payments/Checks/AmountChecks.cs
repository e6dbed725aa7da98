using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>Amounts in euros, excluding VAT, that agree with one another. A line may differ from price by quantity, and a total from its lines: never a hard refusal.</summary>
internal static class AmountChecks
{
    public const string Euro = "EUR";

    public static IEnumerable<ClaimCheck> Of(ClaimedInvoice invoice)
    {
        yield return Currency(invoice);
        yield return ExcludingVat(invoice);
        if (Total(invoice) is { } total) yield return total;
    }

    /// <summary>One cent for each line: each may have been rounded.</summary>
    public static Money Tolerance(ClaimedInvoice invoice) => new(Math.Max(1, invoice.Lines.Count));

    public static Money Sum(ClaimedInvoice invoice) => new(invoice.Lines.Sum(line => line.Amount.Cents));

    private static ClaimCheck Currency(ClaimedInvoice invoice) => invoice.Currency switch
    {
        null => ClaimCheck.Unknown(CheckKind.Currency, Provision.Cos, "Il reste à indiquer la monnaie : les montants sont en euros."),
        Euro => ClaimCheck.Met(CheckKind.Currency, Provision.Cos, "Facture en euros."),
        var other => ClaimCheck.NotMet(CheckKind.Currency, Provision.Cos,
            $"Facture en {other} : les montants sont en euros. Corrigez-la avec les euros débités par votre banque, hors taxes, et joignez le relevé."),
    };

    private static ClaimCheck ExcludingVat(ClaimedInvoice invoice)
    {
        if (invoice.NetTotal is not { } net) return ClaimCheck.Unknown(CheckKind.Vat, Provision.Cos, "Il reste à indiquer le total hors taxes : seul le montant hors taxes compte.");
        if (invoice.GrandTotal is not { } grand) return ClaimCheck.Met(CheckKind.Vat, Provision.Cos, $"Total hors taxes de {net}.");
        if (invoice.TaxTotal is { } tax && !Agree(net + tax, grand, Tolerance(invoice)))
            return ClaimCheck.Review(CheckKind.Vat, Provision.Cos, $"Total hors taxes de {net} et TVA de {tax}, soit {net + tax}, pour un total TTC de {grand} : un agent vérifiera le montant hors taxes.");
        if (Math.Abs(net.Cents) > Math.Abs(grand.Cents))
            return ClaimCheck.Review(CheckKind.Vat, Provision.Cos, $"Total hors taxes de {net}, plus grand que le total TTC de {grand} : un agent vérifiera le montant hors taxes.");
        if (net != grand && invoice.Lines.Count > 0 && Sum(invoice) == grand)
            return ClaimCheck.Review(CheckKind.Vat, Provision.Cos, $"Les lignes font {grand}, qui est le total TTC ; le total hors taxes est de {net} : seul le montant hors taxes compte.");
        return ClaimCheck.Met(CheckKind.Vat, Provision.Cos, $"Total hors taxes de {net}, TTC de {grand} : seul le montant hors taxes compte.");
    }

    private static ClaimCheck? Total(ClaimedInvoice invoice)
    {
        if (invoice.NetTotal is not { } net) return null;
        if (invoice.Lines.Count == 0) return ClaimCheck.Unknown(CheckKind.Total, Provision.Pay1, $"Il reste à indiquer ce que la facture de {net} hors taxes a acheté.");
        var sum = Sum(invoice);
        return Agree(sum, net, Tolerance(invoice))
            ? ClaimCheck.Met(CheckKind.Total, Provision.Pay1, $"Les lignes font {sum}, le total hors taxes est de {net}.")
            : ClaimCheck.Review(CheckKind.Total, Provision.Pay1,
                $"Les lignes font {sum}, le total hors taxes est de {net} : un agent vérifiera l'écart, et pas plus de {net} n'est compté pour cette facture.");
    }

    private static bool Agree(Money one, Money other, Money tolerance) => Math.Abs((one - other).Cents) <= tolerance.Cents;
}
