using System.Text;

namespace Iness.Cli.Terminal;

/// <summary>Text laid out in columns that any terminal holds.</summary>
internal static class Paragraph
{
    public const int Width = 96;

    /// <summary>Breaks a text at its spaces; the lines after the first start at a column.</summary>
    public static string Wrap(string text, int column)
    {
        var lines = new StringBuilder();
        var used = column;
        foreach (var word in Words(text))
        {
            if (used > column && used + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(' ', column);
                used = column;
            }
            else if (used > column)
            {
                lines.Append(' ');
                used++;
            }

            lines.Append(word);
            used += word.Length;
        }

        return lines.ToString();
    }

    /// <summary>Words, each with the signs that French sets apart from it by a space: « 300 000 € » is never broken.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = "";
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var sticks = word.EndsWith('«') || part is ":" or ";" or "!" or "?" or "%" || part[0] is '»' or '€' || (char.IsAsciiDigit(part[0]) && word.Length > 0 && char.IsAsciiDigit(word[^1]));
            if (!sticks && word.Length > 0)
            {
                yield return word;
                word = "";
            }

            word = word.Length > 0 ? $"{word} {part}" : part;
        }

        if (word.Length > 0) yield return word;
    }

    /// <summary>Text from outside with its control characters written out, so that it cannot break a line or drive the terminal.</summary>
    public static string Printable(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var printable = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsControl(c)) printable.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else printable.Append(c);
        }

        return printable.ToString();
    }
}
