using System.Globalization;
using System.Text;

namespace Iness.Casework.Letters;

/// <summary>
/// Words typed by a person, brought to one line: within a letter they can neither start a paragraph of their own nor turn the
/// direction of writing of what follows.
/// </summary>
internal static class OneLine
{
    public static string Of(string typed)
    {
        var line = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (category != UnicodeCategory.Format) line.Append(rune);
        }

        return line.ToString().Trim();
    }
}
