using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Unpacks streams, never beyond what is asked for.</summary>
internal sealed class PdfFilters(PdfFile file, PdfBudget budget)
{
    private const int MostFilters = 4;

    /// <exception cref="UnreadableInvoiceException">It is damaged, packed in an unusual way, or larger than allowed.</exception>
    public ReadOnlyMemory<byte> Decode(PdfStream stream, int most)
    {
        var filters = NamesOf(stream.Dictionary["Filter"]);
        if (filters.Count > MostFilters || HasPredictor(stream.Dictionary["DecodeParms"])) throw Unsupported;
        var bytes = stream.Encoded;
        foreach (var filter in filters)
        {
            bytes = filter switch
            {
                "FlateDecode" or "Fl" => Inflate(bytes, most),
                "ASCIIHexDecode" or "AHx" => PdfBytes.FromHexadecimal(bytes.Span[..PdfBytes.SkipHexadecimal(bytes.Span, 0)]),
                "ASCII85Decode" or "A85" => Ascii85.Decode(bytes.Span),
                _ => throw Unsupported,
            };
        }

        return bytes.Length <= most ? bytes : throw TooLarge(most);
    }

    /// <summary>A stream over bytes, without a copy of them.</summary>
    public static MemoryStream Over(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) ? new(part.Array!, part.Offset, part.Count, writable: false) : new(bytes.ToArray(), writable: false);

    private static UnreadableInvoiceException Unsupported => new("contient un fichier joint comprimé d'une manière inhabituelle, qui n'est pas lue.");

    private static UnreadableInvoiceException TooLarge(int most) => new($"contient des données qui dépassent {most >> 20} Mo une fois décompressées : ce n'est pas une facture.");

    private List<string> NamesOf(PdfValue? filter) => file.Resolve(filter) switch
    {
        null => [],
        PdfName name => [name.Text],
        PdfArray array => [.. array.Items.Take(MostFilters + 1).Select(file.Resolve).OfType<PdfName>().Select(name => name.Text)],
        _ => throw UnreadableInvoiceException.Damaged,
    };

    /// <summary>Made for images and tables: nobody packs a text so.</summary>
    private bool HasPredictor(PdfValue? parameters) => file.Resolve(parameters) switch
    {
        PdfDictionary one => file.Resolve(one["Predictor"]) is PdfNumber { Value: > 1 },
        PdfArray array => array.Items.Take(MostFilters).Any(one => file.Resolve(one) is PdfDictionary each && file.Resolve(each["Predictor"]) is PdfNumber { Value: > 1 }),
        _ => false,
    };

    private ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> packed, int most)
    {
        using var inflating = new ZLibStream(Over(packed), CompressionMode.Decompress);
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = inflating.Read(buffer)) > 0;)
            {
                budget.SpendInflated(read);
                if (kept.Length + read > most) throw TooLarge(most);
                kept.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // A wrong checksum at the end is common; what is cut short shows in the text itself.
            if (kept.Length == 0) throw UnreadableInvoiceException.Damaged;
        }

        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }
}
