using System.Text;
using System.Text.RegularExpressions;

namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>
/// The characters of an XML file. Its first bytes tell its encoding better than what it declares: software often writes UTF-8 under
/// « encoding="utf-16" », or a line break before the declaration.
/// </summary>
internal static partial class InvoiceText
{
    private const int PrologSize = 256;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the first character that shows is an opening bracket.</summary>
    public static bool StartsAsXml(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, PrologSize)];
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        if (WideEncoding(head) is { } wide) return wide.GetString(head[..(head.Length & ~1)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<');
        return head.TrimStart(" \r\n\t"u8).StartsWith("<"u8);
    }

    /// <summary>A reader that stands at the opening bracket.</summary>
    public static TextReader Open(Stream bytes)
    {
        Span<byte> head = stackalloc byte[PrologSize];
        var start = bytes.Position;
        head = head[..bytes.ReadAtLeast(head, PrologSize, throwOnEndOfStream: false)];
        bytes.Position = start;
        var reader = new StreamReader(bytes, EncodingOf(head), detectEncodingFromByteOrderMarks: false);
        while (reader.Peek() is >= 0 and var next && (next == '\uFEFF' || char.IsWhiteSpace((char)next))) reader.Read();
        return reader;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) return Utf8;
        if (WideEncoding(head) is { } wide) return wide;
        var declared = Declared().Match(Encoding.Latin1.GetString(head)).Groups[1].Value.ToUpperInvariant();
        // Bytes that show as ASCII are no UTF-16, whatever they declare.
        if (declared.Length == 0 || declared.StartsWith("UTF", StringComparison.Ordinal) || declared.StartsWith("UCS", StringComparison.Ordinal) || declared is "US-ASCII" or "ASCII" or "UNICODE") return Utf8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(declared is "CP1252" or "ANSI" ? "WINDOWS-1252" : declared) ?? Encoding.GetEncoding(declared);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new UnreadableInvoiceException("déclare un encodage inconnu : enregistrez-le en UTF-8.");
        }
    }

    /// <summary>UTF-16, by its mark or by the zeros around its first character; null when it is none.</summary>
    private static Encoding? WideEncoding(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [_, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Declared();
}
