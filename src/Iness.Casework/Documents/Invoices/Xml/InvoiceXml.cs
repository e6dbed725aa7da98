using System.Text;
using System.Xml;

namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>Reads an invoice from XML, forward only, without DTD, entity or outside reference.</summary>
internal static class InvoiceXml
{
    private const int Deepest = 64;
    private const int LongestName = 100;
    private const int LongestText = 4000;

    /// <param name="bytes">The file, which can be read from any place.</param>
    /// <exception cref="UnreadableInvoiceException">It is no invoice, or not one that can be read.</exception>
    public static ElectronicInvoice Read(Stream bytes) => Reading(bytes, reader =>
    {
        var (grammar, draft) = GrammarOf(reader);
        if (grammar is null) throw new UnreadableInvoiceException($"n'est pas une facture CII ou UBL : son élément racine est « {Shown(reader.LocalName)} ».");
        Walk(reader, grammar, draft!);
        return draft!.ToInvoice();
    });

    /// <summary>Whether the root is the one of an invoice. What is no XML is none.</summary>
    public static bool IsInvoice(Stream bytes)
    {
        try
        {
            return Reading(bytes, reader => GrammarOf(reader).Grammar is not null);
        }
        catch (UnreadableInvoiceException)
        {
            return false;
        }
    }

    private static T Reading<T>(Stream bytes, Func<XmlReader, T> read)
    {
        try
        {
            using var text = new GuardedText(InvoiceText.Open(bytes));
            using var reader = XmlReader.Create(text, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                NameTable = new BoundedNames(),
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            while (reader.Read() && reader.NodeType != XmlNodeType.Element)
            {
            }

            return read(reader);
        }
        catch (XmlException exception)
        {
            throw exception.Message.Contains("DTD", StringComparison.Ordinal)
                ? new UnreadableInvoiceException("contient une déclaration de type (DTD), refusée par sécurité : une facture électronique n'en a pas.")
                : new UnreadableInvoiceException($"n'est pas un XML bien formé{(exception.LineNumber > 0 ? $" (ligne {exception.LineNumber})" : "")} : demandez à son émetteur de l'envoyer de nouveau.");
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableInvoiceException("contient des octets qui ne sont pas du texte dans l'encodage qu'il déclare.");
        }
    }

    private static (IInvoiceGrammar? Grammar, InvoiceDraft? Draft) GrammarOf(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) switch
    {
        (CiiGrammar.Namespace, "CrossIndustryInvoice") or (CiiGrammar.ZugferdNamespace, "CrossIndustryDocument") => (new CiiGrammar(), new(InvoiceSyntax.Cii)),
        (UblGrammar.InvoiceNamespace, "Invoice") => (new UblGrammar(), new(InvoiceSyntax.Ubl)),
        (UblGrammar.CreditNoteNamespace, "CreditNote") => (new UblGrammar(), new(InvoiceSyntax.Ubl) { IsCreditNote = true }),
        _ => (null, null),
    };

    private static void Walk(XmlReader reader, IInvoiceGrammar grammar, InvoiceDraft draft)
    {
        var paths = new Stack<string>();
        var content = new StringBuilder();
        var part = new char[512];
        XmlLeaf? open = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > Deepest || reader.LocalName.Length > LongestName) throw UnreadableInvoiceException.TooComplex;
                    var name = grammar.NameOf(reader.LocalName);
                    var path = paths.Count == 0 ? name : $"{paths.Peek()}/{name}";
                    grammar.Open(path, draft);
                    open = null;
                    if (reader.IsEmptyElement) break;
                    open = new(reader.LocalName, "", reader.GetAttribute("schemeID"), reader.GetAttribute("currencyID"), reader.GetAttribute("format"));
                    content.Clear();
                    paths.Push(path);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open is not null:
                    Append(content, reader, part);
                    break;
                case XmlNodeType.EndElement when paths.Count > 0:
                    var ended = paths.Pop();
                    if (open is { } leaf && content.Length <= LongestText) grammar.Take(ended, leaf with { Content = content.ToString() }, draft);
                    open = null;
                    break;
            }
        }
    }

    /// <summary>No more than what an invoice states in one place: documents that are enclosed as text are passed over.</summary>
    private static void Append(StringBuilder content, XmlReader reader, char[] part)
    {
        for (int read; content.Length <= LongestText && (read = reader.ReadValueChunk(part, 0, part.Length)) > 0;) content.Append(part, 0, read);
    }

    private static string Shown(string name) => name.Length > LongestName ? name.CutTo(LongestName) + "…" : name;
}
