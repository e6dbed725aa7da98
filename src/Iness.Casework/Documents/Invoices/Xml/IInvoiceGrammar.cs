namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>Where a syntax writes what an invoice states. Paths are the local names below the root, joined by « / ».</summary>
internal interface IInvoiceGrammar
{
    /// <summary>The one name for an element that versions and kinds of document call differently.</summary>
    string NameOf(string localName);

    /// <summary>An element opens.</summary>
    void Open(string path, InvoiceDraft draft);

    /// <summary>An element without elements inside was read.</summary>
    void Take(string path, in XmlLeaf leaf, InvoiceDraft draft);
}
