using System.Text;
using Iness.Regulation;

namespace Iness.Casework.Letters;

/// <summary>Draws a letter as the plain text of a mail.</summary>
public static class LetterText
{
    /// <summary>The text, without its subject.</summary>
    public static string Write(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var text = new StringBuilder();
        text.Append(letter.From.Authority).Append(", le ").Append(French.Date(letter.Date)).Append('\n')
            .Append("Dossier ").Append(letter.Reference).Append("\n\n").Append(letter.Subject).Append('\n');
        foreach (var section in letter.Sections) WriteSection(text, section);
        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, LetterSection section)
    {
        text.Append("\n\n").Append(section.Heading.ToUpperInvariant()).Append('\n');
        foreach (var block in section.Blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case LetterBlock.Paragraph paragraph:
                    text.Append(paragraph.Text).Append('\n');
                    break;
                case LetterBlock.Bullets bullets:
                    foreach (var item in bullets.Items) text.Append("- ").Append(item).Append('\n');
                    break;
                case LetterBlock.Facts facts:
                    foreach (var fact in facts.Items) text.Append(fact.Name).Append(" : ").Append(fact.Value).Append('\n');
                    break;
                default:
                    throw new InvalidOperationException($"A mail cannot hold {block}.");
            }
        }

        if (section.Basis is { } basis) text.Append('\n').Append(basis).Append('\n');
    }
}
