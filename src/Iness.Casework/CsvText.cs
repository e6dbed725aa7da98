using System.Buffers;

namespace Iness.Casework;

/// <summary>Texts in a file of separated values, as RFC 4180 has them. What a spreadsheet would run as a formula is kept from it by an apostrophe.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Comma = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Semicolon = SearchValues.Create(";\"\r\n");

    /// <summary>A row, without its end.</summary>
    public static string Row(char separator, IEnumerable<string?> texts) => string.Join(separator, texts.Select(text => Cell(separator, text)));

    private static string Cell(char separator, string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length > 1 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(separator == ',' ? Comma : Semicolon) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
