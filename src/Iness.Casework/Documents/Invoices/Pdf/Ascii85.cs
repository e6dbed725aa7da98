namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Five printable characters for four bytes.</summary>
internal static class Ascii85
{
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        var (word, digits) = (0UL, 0);
        foreach (var c in text)
        {
            if (c == '~') break;
            if (PdfBytes.IsBlank(c)) continue;
            if (c == 'z' && digits == 0)
            {
                Add(bytes, 0, 4);
                continue;
            }

            if (c is < (byte)'!' or > (byte)'u') throw UnreadableInvoiceException.Damaged;
            word = word * 85 + (uint)(c - '!');
            if (++digits < 5) continue;
            Add(bytes, word, 4);
            (word, digits) = (0, 0);
        }

        if (digits > 1)
        {
            for (var missing = digits; missing < 5; missing++) word = word * 85 + 84;
            Add(bytes, word, digits - 1);
        }

        return [.. bytes];
    }

    private static void Add(List<byte> bytes, ulong word, int count)
    {
        for (var i = 0; i < count; i++) bytes.Add((byte)(word >> (24 - 8 * i)));
    }
}
