namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>UBL 2 invoices and credit notes.</summary>
internal sealed class UblGrammar : IInvoiceGrammar
{
    public const string InvoiceNamespace = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    public const string CreditNoteNamespace = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    private const string Seller = "AccountingSupplierParty/Party/";
    private const string Buyer = "AccountingCustomerParty/Party/";
    private const string LineItem = "InvoiceLine";

    public string NameOf(string localName) => localName switch
    {
        "CreditNoteLine" => LineItem,
        "CreditNoteTypeCode" => "InvoiceTypeCode",
        "CreditedQuantity" => "InvoicedQuantity",
        _ => localName,
    };

    public void Open(string path, InvoiceDraft draft)
    {
        switch (path)
        {
            case LineItem:
                draft.OpenLine();
                break;
            case Seller + "PartyLegalEntity":
                draft.Seller.OpenEntity();
                break;
            case Buyer + "PartyLegalEntity":
                draft.Buyer.OpenEntity();
                break;
        }
    }

    public void Take(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        // Lines under a line detail its amount.
        if (path.StartsWith(LineItem + "/", StringComparison.Ordinal)) TakeLine(path[(LineItem.Length + 1)..], leaf, draft.Line);
        else if (path.StartsWith(Seller, StringComparison.Ordinal)) TakeParty(path[Seller.Length..], leaf, draft.Seller);
        else if (path.StartsWith(Buyer, StringComparison.Ordinal)) TakeParty(path[Buyer.Length..], leaf, draft.Buyer);
        else if (path.Contains('/', StringComparison.Ordinal)) TakeParts(path, leaf, draft);
        else TakeHeader(path, leaf, draft);
    }

    private static void TakeHeader(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        switch (path)
        {
            case "ID":
                draft.Number ??= leaf.Text;
                break;
            case "InvoiceTypeCode":
                draft.TypeCode ??= leaf.Text;
                break;
            case "IssueDate":
                draft.IssuedOn ??= leaf.Day;
                break;
            case "DocumentCurrencyCode":
                draft.Currency ??= leaf.Text;
                break;
        }
    }

    private static void TakeParts(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        switch (path)
        {
            case "InvoicePeriod/StartDate":
                draft.Period.From ??= leaf.DayIfAny;
                break;
            case "InvoicePeriod/EndDate":
                draft.Period.To ??= leaf.DayIfAny;
                break;
            case "OrderReference/ID":
                draft.OrderNumber ??= leaf.Text;
                break;
            case "OrderReference/IssueDate":
                draft.OrderedOn ??= leaf.DayIfAny;
                break;
            case "TaxTotal/TaxAmount":
                draft.Tax.Add(leaf);
                break;
            case "LegalMonetaryTotal/TaxExclusiveAmount":
                draft.Net.Add(leaf);
                break;
            case "LegalMonetaryTotal/TaxInclusiveAmount":
                draft.Grand.Add(leaf);
                break;
            case "LegalMonetaryTotal/PrepaidAmount":
                draft.Prepaid.Add(leaf);
                break;
            case "LegalMonetaryTotal/PayableAmount":
                draft.Due.Add(leaf);
                break;
        }
    }

    private static void TakeParty(string path, in XmlLeaf leaf, PartyDraft party)
    {
        switch (path)
        {
            case "PartyLegalEntity/RegistrationName":
                party.Entity.Name ??= leaf.Text;
                break;
            case "PartyLegalEntity/CompanyID":
                party.Entity.Identify(leaf);
                break;
            case "PartyName/Name":
                party.TradingName ??= leaf.Text;
                break;
            case "PartyIdentification/ID" or "EndpointID":
                party.AddOther(leaf);
                break;
            case "PartyTaxScheme/CompanyID":
                party.PendingTaxId = leaf.Text;
                break;
            case "PartyTaxScheme/TaxScheme/ID" when leaf.Text is "VAT" or "TVA":
                party.VatId ??= party.PendingTaxId;
                break;
        }
    }

    private static void TakeLine(string path, in XmlLeaf leaf, LineDraft line)
    {
        switch (path)
        {
            case "InvoicedQuantity":
                line.Quantity ??= leaf.Number;
                break;
            case "LineExtensionAmount":
                line.NetAmount ??= leaf.Number;
                break;
            case "Item/Name":
                line.Name ??= leaf.Text;
                break;
            case "InvoicePeriod/StartDate":
                line.Period.From ??= leaf.DayIfAny;
                break;
            case "InvoicePeriod/EndDate":
                line.Period.To ??= leaf.DayIfAny;
                break;
        }
    }
}
