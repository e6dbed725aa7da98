using Iness.Casework.Documents.Invoices.Pdf;
using Iness.Casework.Documents.Invoices.Xml;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Documents.Invoices;

/// <summary>
/// Reads an electronic invoice: Factur-X or ZUGFeRD PDF, CII or UBL XML. The file comes from outside and may be hostile: time and memory
/// are bounded, whatever it holds.
/// </summary>
public static class ReadInvoice
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int LargestFile = 20 << 20;

    /// <summary>Reads an invoice.</summary>
    /// <param name="content">The file, read from where it stands; it is neither rewound nor closed.</param>
    /// <param name="typedName">Its name, for the sentences and against its content; null when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it states, or a French sentence that says why it cannot be read.</returns>
    public static async Task<Outcome<ElectronicInvoice>> ExecuteAsync(Stream content, string? typedName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = FileName.Clean(typedName);
        if (await ReadWholeAsync(content, cancellationToken) is not { } bytes)
            return Refuse($"Le fichier « {name} » dépasse {LargestFile >> 20} Mo : une facture électronique est plus petite.");
        if (bytes.Length == 0) return Refuse(FileInspection.Refuse(FileRefusal.Empty, name).Sentence);
        using var whole = new MemoryStream(bytes, writable: false);
        var found = await FileSignature.RecogniseAsync(whole, cancellationToken);
        try
        {
            return Read(bytes, found, name);
        }
        catch (UnreadableInvoiceException refusal)
        {
            return Refuse(refusal.SentenceFor(name));
        }
    }

    private static ElectronicInvoice Read(byte[] bytes, Content found, string name)
    {
        if (found.Type == FileType.Pdf)
        {
            CheckExtension(name, "PDF", FileType.Pdf.Extension, extension => extension is ".xml" || FileType.All.Any(type => type != FileType.Pdf && type.GoesBy(extension)));
            return PdfInvoice.Read(bytes);
        }

        if (found.Type is null or { IsText: true } && InvoiceText.StartsAsXml(bytes))
        {
            CheckExtension(name, "XML", ".xml", extension => FileType.All.Any(type => !type.IsText && type.GoesBy(extension)));
            return InvoiceXml.Read(new MemoryStream(bytes, writable: false));
        }

        throw found switch
        {
            { Type: { IsText: false } type } => new($"est de type {type.Name} : ce n'est pas une facture électronique (PDF Factur-X, XML CII ou UBL)."),
            { Type: null, Refusal: FileRefusal.Damaged } => UnreadableInvoiceException.Damaged,
            { Type: null, Refusal: FileRefusal.Encrypted } => UnreadableInvoiceException.Encrypted,
            _ => new UnreadableInvoiceException("n'est pas une facture électronique (PDF Factur-X, XML CII ou UBL)."),
        };
    }

    /// <summary>A name that says another type is corrected by the person, not guessed around: what opens it elsewhere goes by the name.</summary>
    private static void CheckExtension(string name, string type, string right, Predicate<string> isOfAnotherType)
    {
        var extension = FileName.ExtensionOf(name);
        if (isOfAnotherType(extension))
            throw new UnreadableInvoiceException($"a un nom qui finit par « {extension} », mais son contenu est de type {type} : renommez-le avec l'extension « {right} ».");
    }

    private static Outcome Refuse(string sentence) => Outcome.Refused(Refusal.Invalid, sentence);

    /// <summary>Null when the stream is too long.</summary>
    private static async Task<byte[]?> ReadWholeAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.CanSeek && content.Length - content.Position > LargestFile) return null;
        using var kept = new MemoryStream(content.CanSeek ? (int)(content.Length - content.Position) : 0);
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (kept.Length + read > LargestFile) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.Length == kept.Capacity ? kept.GetBuffer() : kept.ToArray();
    }
}
