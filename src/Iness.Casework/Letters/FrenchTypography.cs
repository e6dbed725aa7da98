using System.Text;

namespace Iness.Casework.Letters;

/// <summary>
/// Sets a plain French sentence as paper and pages print it: no line break before « : », « € » or within a number, curly apostrophes.
/// Sentences are written with ordinary spaces, which can be searched and shown anywhere; this is only for the eye.
/// </summary>
public static class FrenchTypography
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>The same sentence, ready to be drawn.</summary>
    public static string Set(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var set = new StringBuilder(text);
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] == '\'') set[i] = '’';
            else if (set[i] == ' ' && i > 0 && i + 1 < set.Length && Binds(set[i - 1], set[i + 1])) set[i] = NoBreakSpace;
        }

        return set.ToString();
    }

    private static bool Binds(char before, char after) =>
        after is ':' or ';' or '?' or '!' or '»' or '€' or '%'
        || before is '«'
        || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));
}
