using System.Globalization;
using System.Text.RegularExpressions;

namespace Iness.Web.Components;

/// <summary>
/// Reads a number as people type it in French: « 1 234,50 € », « 1.234,50 », « 1234.5 ». What could be read in two ways is refused, never
/// guessed: « 12,345 » and « 1.234 » may be thousands or decimals.
/// </summary>
public static partial class FrenchNumber
{
    /// <summary>Reads a number with so many decimals at most.</summary>
    public static bool TryParse(string? typed, int decimals, out decimal value)
    {
        value = 0;
        var match = Written().Match((typed ?? "").Trim());
        if (!match.Success || match.Groups["decimals"].Length > decimals) return false;
        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return decimal.TryParse(
            $"{(match.Groups["sign"].Success ? "-" : "")}{digits}.{match.Groups["decimals"].Value.PadRight(1, '0')}",
            NumberStyles.Number, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>What to write instead of an amount that could not be read.</summary>
    public static string AmountAdvice(string typed)
    {
        var ambiguous = Ambiguous().Match(typed.Trim());
        return ambiguous.Success
            ? $"« {typed.Trim()} » peut se lire de deux façons. Écrivez {ambiguous.Groups[1].Value} {ambiguous.Groups[2].Value} pour les milliers, ou deux chiffres après la virgule, par exemple 1 234,50."
            : "Écrivez ce montant en chiffres, par exemple 1 234,50.";
    }

    // Whole part: bare digits, or groups of three apart by any space, or by points when a comma follows, which leaves no doubt. Then two decimals at most, and perhaps the unit.
    [GeneratedRegex(@"^(?<sign>[-−])?\s*(?<whole>[0-9]{1,3}(?:[\s'’][0-9]{3})+|[0-9]{1,3}(?:\.[0-9]{3})+(?=,)|[0-9]{1,15})(?:[.,](?<decimals>[0-9]{1,2}))?\s*(?:€|euros?|eur)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex(@"^([0-9]{1,3})[.,]([0-9]{3})(?:\s*€)?$")]
    private static partial Regex Ambiguous();
}
