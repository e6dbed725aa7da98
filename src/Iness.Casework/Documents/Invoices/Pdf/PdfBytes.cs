using System.Buffers;

namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>The characters of PDF syntax.</summary>
internal static class PdfBytes
{
    private static readonly SearchValues<byte> NotRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public static bool IsBlank(byte b) => b is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    /// <summary>Where the blanks and comments from here end.</summary>
    public static int SkipBlanks(ReadOnlySpan<byte> data, int at)
    {
        while (at < data.Length)
        {
            if (IsBlank(data[at])) at++;
            else if (data[at] == '%') at = IndexOrEnd(data, at, data[at..].IndexOfAny((byte)'\r', (byte)'\n'));
            else break;
        }

        return at;
    }

    /// <summary>Where the word or name from here ends.</summary>
    public static int SkipRegular(ReadOnlySpan<byte> data, int at) => IndexOrEnd(data, at, data[at..].IndexOfAny(NotRegular));

    /// <summary>Where the string that opens here ends, past its closing sign; the end of the data when it is not closed.</summary>
    public static int SkipString(ReadOnlySpan<byte> data, int at)
    {
        var depth = 0;
        while (at < data.Length)
        {
            switch (data[at++])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return at;
            }
        }

        return data.Length;
    }

    /// <summary>Where the hexadecimal string that opens here ends.</summary>
    public static int SkipHexadecimal(ReadOnlySpan<byte> data, int at)
    {
        var end = data[at..].IndexOf((byte)'>');
        return end < 0 ? data.Length : at + end + 1;
    }

    /// <summary>The bytes of a string, from what stands between its parentheses.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> inside)
    {
        var bytes = new List<byte>(inside.Length);
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] != '\\' || i + 1 == inside.Length)
            {
                bytes.Add(inside[i]);
                continue;
            }

            switch (inside[++i])
            {
                case >= (byte)'0' and <= (byte)'7':
                    var code = 0;
                    var end = Math.Min(inside.Length, i + 3);
                    while (i < end && inside[i] is >= (byte)'0' and <= (byte)'7') code = code * 8 + inside[i++] - '0';
                    i--;
                    bytes.Add((byte)code);
                    break;
                case (byte)'\r' or (byte)'\n':
                    // The line goes on.
                    if (inside[i] == '\r' && i + 1 < inside.Length && inside[i + 1] == '\n') i++;
                    break;
                case var escaped:
                    bytes.Add(escaped switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => escaped });
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The bytes that hexadecimal digits say; anything else between them is passed over, a digit alone at the end is followed by a zero.</summary>
    public static byte[] FromHexadecimal(ReadOnlySpan<byte> inside)
    {
        var bytes = new List<byte>(inside.Length / 2 + 1);
        var high = -1;
        foreach (var b in inside)
        {
            if (!char.IsAsciiHexDigit((char)b)) continue;
            var digit = b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
            if (high < 0)
            {
                high = digit;
                continue;
            }

            bytes.Add((byte)(high * 16 + digit));
            high = -1;
        }

        if (high >= 0) bytes.Add((byte)(high * 16));
        return [.. bytes];
    }

    private static int IndexOrEnd(ReadOnlySpan<byte> data, int at, int found) => found < 0 ? data.Length : at + found;
}
