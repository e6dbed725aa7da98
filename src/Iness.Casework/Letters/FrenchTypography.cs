using System.Text;

namespace Iness.Casework.Letters;

/// <summary>
/// Sets a plain French sentence as paper and pages print it: no line break before « : », « € » or within a number or a time, curly apostrophes.
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
            else if (set[i] == ' ' && i > 0 && i + 1 < set.Length && (Binds(set[i - 1], set[i + 1]) || IsOfTime(set, i))) set[i] = NoBreakSpace;
        }

        return set.ToString();
    }

    /// <summary>« À l'attention de Camille Roy », « d'Élise Petit ».</summary>
    public static string ToTheAttentionOf(string name) => $"À l'attention {Of(name)}";

    /// <summary>« de Toile &amp; Cie », « d'Atelier du Web », « des Jardins d'essai ». An « h » is left whole: names that begin with one go either way.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith("Les ", StringComparison.OrdinalIgnoreCase)) return $"des {name[4..]}";
        if (name.StartsWith("Le ", StringComparison.OrdinalIgnoreCase)) return $"du {name[3..]}";
        // « Y » is a vowel before a consonant: d'Yves, de Yann.
        var elides = name.Length > 1 && (IsVowel(name[0]) || (name[0] is 'y' or 'Y' && !IsVowel(name[1])));
        return $"{(elides ? "d'" : "de ")}{name}";
    }

    private static bool IsVowel(char letter) => "aàâäeéèêëiîïoôöuùûüœæ".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

    private static bool Binds(char before, char after) =>
        after is ':' or ';' or '?' or '!' or '»' or '€' or '%'
        || before is '«'
        || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));

    /// <summary>Whether the space before or after the « h » of « 14 h 05 » is at this place.</summary>
    private static bool IsOfTime(StringBuilder set, int i) =>
        (char.IsAsciiDigit(set[i - 1]) && set[i + 1] == 'h' && i + 2 < set.Length && set[i + 2] is ' ' or NoBreakSpace)
        || (set[i - 1] == 'h' && char.IsAsciiDigit(set[i + 1]) && i > 2 && set[i - 2] is ' ' or NoBreakSpace && char.IsAsciiDigit(set[i - 3]));
}
