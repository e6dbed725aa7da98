using System.Globalization;
using System.Xml.Linq;

namespace Iness.Web.Demo;

/// <summary>Invoices of an invented supplier, paid, as the demonstration's beneficiaries receive them.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Buyer">Name of the buyer.</param>
/// <param name="Siren">SIREN of the buyer.</param>
/// <param name="IssuedOn">Day it was issued.</param>
/// <param name="OrderedOn">Day it was ordered.</param>
/// <param name="Lines">What it bills: label, euros excluding VAT.</param>
internal sealed record DemoInvoice(string Number, string Buyer, string Siren, DateOnly IssuedOn, DateOnly OrderedOn, params IReadOnlyList<(string Label, int Euros)> Lines)
{
    /// <summary>The supplier.</summary>
    public const string Supplier = "Atelier web des Flandres (fictif)";

    private static readonly XNamespace Root = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static readonly XNamespace Group = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace Word = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    /// <summary>Total excluding VAT.</summary>
    public int Net => Lines.Sum(line => line.Euros);

    /// <summary>As an electronic invoice, UBL.</summary>
    public MemoryStream ToUbl()
    {
        var invoice = new XElement(
            Root + "Invoice",
            Of("ID", Number), Of("IssueDate", Day(IssuedOn)), Of("InvoiceTypeCode", "380"), Of("DocumentCurrencyCode", "EUR"),
            new XElement(Group + "OrderReference", Of("ID", $"BC-{Number}"), Of("IssueDate", Day(OrderedOn))),
            new XElement(Group + "AccountingSupplierParty", Party(Supplier, DemoDesk.SirenOf(999))),
            new XElement(Group + "AccountingCustomerParty", Party(Buyer, Siren)),
            new XElement(Group + "TaxTotal", Amount("TaxAmount", Net * 0.2m)),
            new XElement(Group + "LegalMonetaryTotal", Amount("TaxExclusiveAmount", Net), Amount("TaxInclusiveAmount", Net * 1.2m), Amount("PrepaidAmount", Net * 1.2m), Amount("PayableAmount", 0)));
        foreach (var (i, (label, euros)) in Lines.Index())
        {
            invoice.Add(new XElement(
                Group + "InvoiceLine",
                Of("ID", (i + 1).ToString(CultureInfo.InvariantCulture)), Of("InvoicedQuantity", "1"), Amount("LineExtensionAmount", euros), new XElement(Group + "Item", Of("Name", label))));
        }

        var file = new MemoryStream();
        invoice.Save(file);
        file.Position = 0;
        return file;
    }

    /// <summary>As printed: nothing in it is read by a machine.</summary>
    public MemoryStream ToPdf() => DemoPdf.Of(
    [
        $"Facture {Number} du {Iness.Regulation.French.Date(IssuedOn)}", Supplier, $"Pour : {Buyer}, SIREN {Siren}", $"Commande du {Iness.Regulation.French.Date(OrderedOn)}",
        .. Lines.Select(line => $"{line.Label} : {line.Euros} euros hors taxes"), $"Total hors taxes : {Net} euros", "Payee par virement.",
    ]);

    private static XElement Party(string name, string siren) =>
        new(Group + "Party", new XElement(Group + "PartyLegalEntity", Of("RegistrationName", name), new XElement(Word + "CompanyID", new XAttribute("schemeID", "0002"), siren)));

    private static XElement Of(string name, string text) => new(Word + name, text);

    private static XElement Amount(string name, decimal euros) => new(Word + name, new XAttribute("currencyID", "EUR"), euros.ToString("0.00", CultureInfo.InvariantCulture));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
