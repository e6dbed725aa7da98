namespace Iness.Cli.Reports;

/// <summary>Writes paragraphs no wider than a terminal, each with its indent.</summary>
internal sealed class WrappedWriter(TextWriter output)
{
    private const int Width = 96;

    public void Line(string text = "") => output.WriteLine(text);

    public void Title(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
        output.WriteLine(new string('─', Math.Min(text.Length, Width)));
    }

    /// <summary>A first word or two, then a text that wraps beneath itself.</summary>
    public void Item(string label, int indent, string text)
    {
        var line = label.PadRight(indent);
        var empty = true;
        foreach (var word in text.Split(' '))
        {
            // A sign that French keeps with the word before it never starts a line.
            var stays = word is ":" or ";" or "?" or "!" or "»" or "€" or "%" || (word.Length > 0 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(line[^1]));
            if (!empty && !stays && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = new string(' ', indent);
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
