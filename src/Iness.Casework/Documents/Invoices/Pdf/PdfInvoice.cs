using Iness.Casework.Documents.Invoices.Xml;

namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Reads the invoice enclosed in a PDF: Factur-X, ZUGFeRD, or an invoice under another name when it is the only one.</summary>
internal static class PdfInvoice
{
    private const int LargestInvoice = 20 << 20;
    private const int MostTried = 5;
    private static readonly string[] ReservedNames = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

    public static ElectronicInvoice Read(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        var attachments = PdfAttachments.In(file);
        if (ReservedNames.SelectMany(name => attachments.Where(one => one.Names.Contains(name))).FirstOrDefault() is { } reserved) return InvoiceXml.Read(Open(file, reserved));
        var others = attachments.Where(one => one.Names.Any(name => name.EndsWith(".xml", StringComparison.Ordinal))).Take(MostTried).Where(one => InvoiceXml.IsInvoice(Open(file, one))).ToList();
        return others switch
        {
            [var only] => InvoiceXml.Read(Open(file, only)),
            [_, ..] => throw new UnreadableInvoiceException("contient plusieurs factures électroniques, sans dire laquelle est la sienne."),
            _ when attachments.Any(one => one.Names.Contains("order-x.xml")) => throw new UnreadableInvoiceException("contient une commande (Order-X), pas une facture."),
            _ => throw new UnreadableInvoiceException("est un PDF sans facture électronique à l'intérieur (Factur-X ou ZUGFeRD)."),
        };
    }

    private static MemoryStream Open(PdfFile file, PdfAttachment attachment) => PdfFilters.Over(file.Decode(attachment.Content, LargestInvoice));
}
