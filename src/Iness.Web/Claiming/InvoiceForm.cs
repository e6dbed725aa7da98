using System.Globalization;
using Iness.Casework.Documents.Invoices;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Claiming;

/// <summary>The form of an invoice: what it says, beside its picture. What was typed is shown again as it was, right or wrong.</summary>
internal static class InvoiceForm
{
    public const string Kind = "nature";
    public const string Supplier = "fournisseur";
    public const string SupplierId = "fournisseur-siren";
    public const string Number = "numero";
    public const string IssuedOn = "date-facture";
    public const string OrderedOn = "date-commande";
    public const string Currency = "monnaie";
    public const string Buyer = "client";
    public const string BuyerId = "client-siren";
    public const string Net = "total-ht";
    public const string Tax = "tva";
    public const string Grand = "total-ttc";
    private const string Credit = "avoir";

    private static readonly Choice[] Kinds = [new("facture", "Une facture"), new(Credit, "Un avoir", "Il rend tout ou partie de ce qui a été facturé.")];

    /// <summary>What an invoice says, as its fields hold it.</summary>
    public static Dictionary<string, StringValues> Values(ClaimedInvoice invoice)
    {
        // A credit note is shown as it is printed, without a sign.
        var sign = invoice.IsCreditNote ? -1 : 1;
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            [Kind] = invoice.IsCreditNote ? Credit : "facture",
            [Supplier] = invoice.SupplierName,
            [SupplierId] = invoice.SupplierId,
            [Number] = invoice.Number,
            [Currency] = invoice.Currency ?? "EUR",
            [Buyer] = invoice.BuyerName,
            [BuyerId] = invoice.BuyerId,
            [Net] = Bare(invoice.NetTotal, sign),
            [Tax] = Bare(invoice.TaxTotal, sign),
            [Grand] = Bare(invoice.GrandTotal, sign),
        };
        Write(values, IssuedOn, invoice.IssuedOn);
        Write(values, OrderedOn, invoice.OrderedOn);
        InvoiceLineForm.Write(values, invoice, sign);
        return values;
    }

    /// <summary>The fields, with what the file states where it says otherwise.</summary>
    public static IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> values, DateOnly createdOn, ElectronicInvoice? read) =>
    [
        new RadiosField(Kind, "De quoi s'agit-il ?", Kinds) { Value = Of(values, Kind), Small = true },
        Text(values, Supplier, "Fournisseur", Stated(read?.Seller.Name), ClaimedInvoice.LongestName),
        Text(values, SupplierId, "SIREN ou SIRET du fournisseur (facultatif)", Stated(read?.Seller.LegalId), ClaimedInvoice.LongestNumber, "input--width-20"),
        Text(values, Number, "Numéro de la facture", Stated(read?.Number), ClaimedInvoice.LongestNumber, "input--width-20"),
        new DateField(IssuedOn, "Date de la facture", Stated(read?.IssuedOn is { } issued ? French.Date(issued) : null)) { Value = Parts(values, IssuedOn) },
        new DateField(OrderedOn, "Date de la commande ou du devis signé", $"Pas avant le {French.Date(createdOn)}, jour de la création de votre demande (COS-11). Inutile pour un avoir.") { Value = Parts(values, OrderedOn) },
        Text(values, Buyer, "Client : à quel nom est la facture ?", Stated(read?.Buyer.Name), ClaimedInvoice.LongestName),
        Text(values, BuyerId, "SIREN ou SIRET du client, s'il y figure (facultatif)", Stated(read?.Buyer.LegalId), ClaimedInvoice.LongestNumber, "input--width-20"),
        Text(values, Currency, "Monnaie", "EUR pour l'euro.", 3, "input--width-4"),
        Amount(values, Net, "Total hors taxes", Stated(Euros(read?.NetTotal))),
        Amount(values, Tax, "TVA (facultatif)", Stated(Euros(read?.TaxTotal))),
        Amount(values, Grand, "Total toutes taxes comprises (facultatif)", Stated(Euros(read?.GrandTotal))),
    ];

    /// <summary>Reads it; null after noting what is wrong.</summary>
    public static TypedInvoice? Read(FormReader form, DateOnly today, bool hasSubscriptions)
    {
        var kind = form.Choice(Kind, Kinds, "Dites s'il s'agit d'une facture ou d'un avoir.");
        var supplier = form.Required(Supplier, ClaimedInvoice.LongestName, "Écrivez le nom du fournisseur.");
        var supplierId = form.Text(SupplierId, ClaimedInvoice.LongestNumber);
        if (supplierId is not null && !MayBeSupplier(supplierId)) form.Refuse(SupplierId, "Un SIREN a 9 chiffres et un SIRET 14 : un chiffre manque, est en trop ou est faux. Recopiez-le depuis la facture, ou laissez vide.");
        var number = form.Required(Number, ClaimedInvoice.LongestNumber, "Écrivez le numéro de la facture.");
        var issued = form.Date(IssuedOn, "Écrivez la date de la facture.", today);
        var ordered = form.Date(OrderedOn, kind == Credit ? null : "Écrivez la date de la commande, ou du devis signé.", today);
        var buyer = form.Text(Buyer, ClaimedInvoice.LongestName);
        var buyerId = form.Text(BuyerId, ClaimedInvoice.LongestNumber);
        if (buyer is null && buyerId is null) form.Refuse(Buyer, "Écrivez à quel nom est la facture.");
        var currency = form.Required(Currency, 3, "Écrivez la monnaie, par exemple EUR.");
        if (currency is { Length: < 3 }) form.Refuse(Currency, "Écrivez la monnaie en trois lettres, par exemple EUR.");
        var net = form.Amount(Net, "Écrivez le total hors taxes.", Least, InvoiceReading.Most);
        var tax = OptionalAmount(form, Tax);
        var grand = OptionalAmount(form, Grand);
        var lines = InvoiceLineForm.Read(form, hasSubscriptions);
        return form.Errors.Count > 0 ? null : new()
        {
            IsCreditNote = kind == Credit,
            SupplierName = supplier!,
            SupplierId = supplierId,
            Number = number!,
            IssuedOn = issued!.Value,
            OrderedOn = ordered,
            Currency = currency!.ToUpperInvariant(),
            BuyerName = buyer,
            BuyerId = buyerId,
            NetTotal = net!.Value,
            TaxTotal = tax,
            GrandTotal = grand,
            Lines = lines,
        };
    }

    internal static readonly Money Least = Money.Zero - InvoiceReading.Most;

    internal static string Of(IReadOnlyDictionary<string, StringValues> values, string name) => values.GetValueOrDefault(name).ToString();

    internal static string? Bare(Money? amount, int sign) => amount is { } known ? MoneyWords.Bare(new(known.Cents * sign)) : null;

    // A foreign supplier has a number of another kind; digits alone are a SIREN or a SIRET, with its key.
    private static bool MayBeSupplier(string typed)
    {
        var compact = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')));
        return !compact.All(char.IsAsciiDigit) || (compact.Length is 9 or 14 && Siren.TryParse(compact.AsSpan(0, 9), out _));
    }

    private static Money? OptionalAmount(FormReader form, string name) =>
        string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(name).ToString()) ? null : form.Amount(name, "", Least, InvoiceReading.Most);

    private static TextField Text(IReadOnlyDictionary<string, StringValues> values, string name, string label, string? hint, int most, string? width = null) =>
        new(name, label, hint) { Value = Of(values, name), MaxLength = most, Width = width };

    private static TextField Amount(IReadOnlyDictionary<string, StringValues> values, string name, string label, string? hint) =>
        new(name, label, hint) { Value = Of(values, name), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 };

    private static string? Stated(string? value) => string.IsNullOrWhiteSpace(value) ? null : $"Lu dans le fichier : {value}";

    // As the file writes it, whatever its size and its decimals; cents are two digits.
    private static string? Euros(decimal? amount)
    {
        if (amount is not { } known) return null;
        var text = French.Number(known);
        return $"{text}{(text.IndexOf(',', StringComparison.Ordinal) == text.Length - 2 ? "0" : "")} €";
    }

    private static (string? Day, string? Month, string? Year) Parts(IReadOnlyDictionary<string, StringValues> values, string name) =>
        (Of(values, $"{name}-jour"), Of(values, $"{name}-mois"), Of(values, $"{name}-annee"));

    private static void Write(Dictionary<string, StringValues> values, string name, DateOnly? day)
    {
        if (day is not { } known) return;
        values[$"{name}-jour"] = known.Day.ToString(CultureInfo.InvariantCulture);
        values[$"{name}-mois"] = known.Month.ToString(CultureInfo.InvariantCulture);
        values[$"{name}-annee"] = known.Year.ToString(CultureInfo.InvariantCulture);
    }
}
