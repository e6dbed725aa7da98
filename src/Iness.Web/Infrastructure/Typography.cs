using System.Text;

namespace Iness.Web.Infrastructure;

/// <summary>
/// Sets a plain French sentence as a page prints it: no line break before « : », « € » or within a number, curly apostrophes.
/// The regulation writes ordinary spaces, which can be searched and shown anywhere; this is only for the eye.
/// </summary>
public static class Typography
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>The same sentence, ready to be drawn.</summary>
    public static string French(string? text)
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
