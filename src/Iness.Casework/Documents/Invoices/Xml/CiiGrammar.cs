namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>Cross Industry Invoice D16B and later, in every profile of Factur-X, and ZUGFeRD 1.0 that was the same under older names.</summary>
internal sealed class CiiGrammar : IInvoiceGrammar
{
    public const string Namespace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    public const string ZugferdNamespace = "urn:ferd:CrossIndustryDocument:invoice:1p0";

    private const string Deal = "SupplyChainTradeTransaction";
    private const string Agreement = Deal + "/ApplicableHeaderTradeAgreement/";
    private const string Settlement = Deal + "/ApplicableHeaderTradeSettlement/";
    private const string LineItem = Deal + "/IncludedSupplyChainTradeLineItem";
    private const string Seller = Agreement + "SellerTradeParty/";
    private const string Buyer = Agreement + "BuyerTradeParty/";

    public string NameOf(string localName) => localName switch
    {
        "SpecifiedTradeSettlementHeaderMonetarySummation" or "SpecifiedTradeSettlementLineMonetarySummation" or "SpecifiedTradeSettlementMonetarySummation" => "Sums",
        "HeaderExchangedDocument" => "ExchangedDocument",
        "SpecifiedSupplyChainTradeTransaction" => "SupplyChainTradeTransaction",
        "ApplicableSupplyChainTradeAgreement" => "ApplicableHeaderTradeAgreement",
        "ApplicableSupplyChainTradeSettlement" => "ApplicableHeaderTradeSettlement",
        "SpecifiedSupplyChainTradeSettlement" => "SpecifiedLineTradeSettlement",
        "SpecifiedSupplyChainTradeDelivery" => "SpecifiedLineTradeDelivery",
        // A date is written as text or as an XML date.
        "DateTimeString" => "DateTime",
        _ => localName,
    };

    public void Open(string path, InvoiceDraft draft)
    {
        if (path == LineItem) draft.OpenLine();
    }

    public void Take(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        if (path.StartsWith(LineItem + "/", StringComparison.Ordinal)) TakeLine(path[(LineItem.Length + 1)..], leaf, draft.Line);
        else if (path.StartsWith(Seller, StringComparison.Ordinal)) TakeParty(path[Seller.Length..], leaf, draft.Seller);
        else if (path.StartsWith(Buyer, StringComparison.Ordinal)) TakeParty(path[Buyer.Length..], leaf, draft.Buyer);
        else if (path.StartsWith(Settlement, StringComparison.Ordinal)) TakeSettlement(path[Settlement.Length..], leaf, draft);
        else TakeHeader(path, leaf, draft);
    }

    private static void TakeHeader(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        switch (path)
        {
            case "ExchangedDocument/ID":
                draft.Number ??= leaf.Text;
                break;
            case "ExchangedDocument/TypeCode":
                draft.TypeCode ??= leaf.Text;
                break;
            case "ExchangedDocument/IssueDateTime/DateTime":
                draft.IssuedOn ??= leaf.Day;
                break;
            case Agreement + "BuyerOrderReferencedDocument/IssuerAssignedID" or Agreement + "BuyerOrderReferencedDocument/ID":
                draft.OrderNumber ??= leaf.Text;
                break;
            case Agreement + "BuyerOrderReferencedDocument/FormattedIssueDateTime/DateTime" or Agreement + "BuyerOrderReferencedDocument/IssueDateTime/DateTime" or Agreement + "BuyerOrderReferencedDocument/IssueDateTime":
                draft.OrderedOn ??= leaf.DayIfAny;
                break;
        }
    }

    private static void TakeParty(string path, in XmlLeaf leaf, PartyDraft party)
    {
        switch (path)
        {
            case "Name":
                party.Entity.Name ??= leaf.Text;
                break;
            case "SpecifiedLegalOrganization/ID":
                party.Entity.Identify(leaf);
                break;
            case "SpecifiedTaxRegistration/ID" when leaf.Scheme == "VA":
                party.VatId ??= leaf.Text;
                break;
            case "ID" or "GlobalID" or "URIUniversalCommunication/URIID":
                party.AddOther(leaf);
                break;
        }
    }

    private static void TakeSettlement(string path, in XmlLeaf leaf, InvoiceDraft draft)
    {
        switch (path)
        {
            case "InvoiceCurrencyCode":
                draft.Currency ??= leaf.Text;
                break;
            case "BillingSpecifiedPeriod/StartDateTime/DateTime":
                draft.Period.From ??= leaf.DayIfAny;
                break;
            case "BillingSpecifiedPeriod/EndDateTime/DateTime":
                draft.Period.To ??= leaf.DayIfAny;
                break;
            case "Sums/TaxBasisTotalAmount":
                draft.Net.Add(leaf);
                break;
            case "Sums/TaxTotalAmount":
                draft.Tax.Add(leaf);
                break;
            case "Sums/GrandTotalAmount":
                draft.Grand.Add(leaf);
                break;
            case "Sums/TotalPrepaidAmount":
                draft.Prepaid.Add(leaf);
                break;
            case "Sums/DuePayableAmount":
                draft.Due.Add(leaf);
                break;
        }
    }

    private static void TakeLine(string path, in XmlLeaf leaf, LineDraft line)
    {
        switch (path)
        {
            case "AssociatedDocumentLineDocument/LineStatusReasonCode":
                line.Role = leaf.Text?.ToUpperInvariant() switch
                {
                    "GROUP" => InvoiceLineRole.Group,
                    "INFORMATION" => InvoiceLineRole.Information,
                    _ => InvoiceLineRole.Detail,
                };
                break;
            case "SpecifiedTradeProduct/Name":
                line.Name ??= leaf.Text;
                break;
            case "SpecifiedLineTradeDelivery/BilledQuantity":
                line.Quantity ??= leaf.Number;
                break;
            case "SpecifiedLineTradeSettlement/Sums/LineTotalAmount":
                line.NetAmount ??= leaf.Number;
                break;
            case "SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/StartDateTime/DateTime":
                line.Period.From ??= leaf.DayIfAny;
                break;
            case "SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/EndDateTime/DateTime":
                line.Period.To ??= leaf.DayIfAny;
                break;
        }
    }
}
