namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Finds the end of an object without building its value.</summary>
internal static class PdfObjectEnd
{
    /// <summary>Goes over a value to past the word that ends it; null when none does.</summary>
    /// <param name="data">The file.</param>
    /// <param name="at">Where the value begins.</param>
    /// <param name="word">The word that ends it.</param>
    /// <param name="isCatalog">Whether the value names itself the catalogue of the document.</param>
    public static int? Find(ReadOnlySpan<byte> data, int at, out string word, out bool isCatalog)
    {
        (word, isCatalog) = ("", false);
        while ((at = PdfBytes.SkipBlanks(data, at)) < data.Length)
        {
            switch (data[at])
            {
                case (byte)'(':
                    at = PdfBytes.SkipString(data, at);
                    break;
                case (byte)'<' when at + 1 < data.Length && data[at + 1] != '<':
                    at = PdfBytes.SkipHexadecimal(data, at);
                    break;
                case (byte)'<':
                    at += 2;
                    break;
                case (byte)'/':
                    var name = PdfBytes.SkipRegular(data, at + 1);
                    isCatalog |= data[at..name].SequenceEqual("/Catalog"u8);
                    at = name;
                    break;
                case (byte)'[' or (byte)']' or (byte)'>' or (byte)'{' or (byte)'}' or (byte)')':
                    at++;
                    break;
                default:
                    var end = PdfBytes.SkipRegular(data, at);
                    word = WordThatEnds(data[at..end]);
                    at = end;
                    if (word.Length > 0) return end;
                    break;
            }
        }

        return null;
    }

    private static string WordThatEnds(ReadOnlySpan<byte> word) => word switch
    {
        [(byte)'e', ..] when word.SequenceEqual("endobj"u8) => "endobj",
        [(byte)'s', ..] when word.SequenceEqual("stream"u8) => "stream",
        // The end is missing, and something else begins.
        [(byte)'o', ..] when word.SequenceEqual("obj"u8) => "obj",
        [(byte)'x', ..] when word.SequenceEqual("xref"u8) => "xref",
        [(byte)'t', ..] when word.SequenceEqual("trailer"u8) => "trailer",
        _ => "",
    };
}
