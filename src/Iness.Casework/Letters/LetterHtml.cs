using Iness.Regulation;

namespace Iness.Casework.Letters;

/// <summary>Draws a letter as one HTML document, for paper and for the screen; it refers to nothing outside itself.</summary>
public static class LetterHtml
{
    /// <summary>The document.</summary>
    public static string Write(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var html = new Markup();
        html.Write($"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Write($"<title>{letter.Title}</title>\n<meta name=\"author\" content=\"{letter.From.Authority}\">\n");
        html.Write($"<style>\n");
        html.WriteStyle(LetterStyle.Css);
        html.Write($"</style>\n</head>\n<body>\n<main>\n");
        WriteHead(html, letter);
        foreach (var section in letter.Sections) WriteSection(html, section);
        html.Write($"</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteHead(Markup html, Letter letter)
    {
        var from = letter.From;
        html.Write($"<div class=\"head\">\n<div class=\"from\">\n<p class=\"authority\">{from.Authority}</p>\n");
        html.Write($"<p>{from.Name}</p>\n<p>{from.Street}</p>\n<p>{from.City}</p>\n</div>\n<div class=\"to\">\n");
        foreach (var line in letter.Recipient) html.Write($"<p>{line}</p>\n");
        html.Write($"</div>\n</div>\n<p class=\"date\">Le {French.Date(letter.Date)}</p>\n");
        html.Write($"<p class=\"reference\">Dossier {letter.Reference}</p>\n<h1>{letter.Subject}</h1>\n");
    }

    private static void WriteSection(Markup html, LetterSection section)
    {
        html.Write($"<div class=\"section\">\n<h2>{section.Heading}</h2>\n");
        foreach (var block in section.Blocks) WriteBlock(html, block);
        if (section.Basis is { } basis) html.Write($"<p class=\"basis\">{basis}</p>\n");
        html.Write($"</div>\n");
    }

    private static void WriteBlock(Markup html, LetterBlock block)
    {
        switch (block)
        {
            case LetterBlock.Paragraph paragraph:
                html.Write($"<p>{paragraph.Text}</p>\n");
                break;
            case LetterBlock.Bullets bullets:
                html.Write($"<ul>\n");
                foreach (var item in bullets.Items) html.Write($"<li>{item}</li>\n");
                html.Write($"</ul>\n");
                break;
            case LetterBlock.Facts facts:
                html.Write($"<ul class=\"facts\">\n");
                foreach (var fact in facts.Items) html.Write($"<li><span class=\"name\">{fact.Name} :</span> <span class=\"value\">{fact.Value}</span></li>\n");
                html.Write($"</ul>\n");
                break;
            default:
                throw new InvalidOperationException($"A letter cannot draw {block}.");
        }
    }
}
