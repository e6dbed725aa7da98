namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Where the bytes of a stream stand, and where the file goes on after it.</summary>
internal readonly record struct PdfStreamPlace(int Start, int End, int After)
{
    /// <summary>Follows the stated length when the stream does end there, else looks for its end.</summary>
    /// <param name="data">The file.</param>
    /// <param name="afterWord">What follows the word « stream ».</param>
    /// <param name="length">The stated length, if it is known.</param>
    public static PdfStreamPlace Find(ReadOnlySpan<byte> data, int afterWord, long? length)
    {
        var start = afterWord;
        if (start < data.Length && data[start] == '\r') start++;
        if (start < data.Length && data[start] == '\n') start++;
        if (length is >= 0 and { } stated && stated <= data.Length - start)
        {
            var end = start + (int)stated;
            var word = end;
            while (word < data.Length && PdfBytes.IsBlank(data[word])) word++;
            if (data[word..].StartsWith("endstream"u8)) return new(start, end, word + "endstream"u8.Length);
        }

        var found = data[start..].IndexOf("endstream"u8);
        if (found < 0) return new(start, data.Length, data.Length);
        var stop = start + found;
        var after = stop + "endstream"u8.Length;
        if (stop > start && data[stop - 1] == '\n') stop--;
        if (stop > start && data[stop - 1] == '\r') stop--;
        return new(start, stop, after);
    }
}
