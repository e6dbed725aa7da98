using System.Text;

namespace Iness.Casework.Payments.Claims;

/// <summary>The number of a bank account (ISO 13616): its country, its length there, its key (mod 97).</summary>
public readonly record struct Iban
{
    /// <summary>The countries that the euro payments of SEPA reach, and the length of their numbers.</summary>
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["EE"] = 20, ["ES"] = 24, ["FI"] = 18,
        ["FR"] = 27, ["GB"] = 22, ["GI"] = 23, ["GR"] = 27, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20,
        ["LV"] = 21, ["MC"] = 27, ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24, ["SM"] = 27, ["VA"] = 22,
    };

    private Iban(string digits) => Value = digits;

    /// <summary>Without spaces.</summary>
    public string Value { get; }

    /// <summary>By fours, as it is printed.</summary>
    public string Spaced => string.Join(' ', Value.Chunk(4).Select(four => new string(four)));

    /// <summary>Reads a number, spaces aside; or says what is wrong with it.</summary>
    public static bool TryParse(string? typed, out Iban iban, out string why)
    {
        iban = default;
        var compact = Compact(typed);
        why = compact.Length < 4 ? "Écrivez l'IBAN qui figure sur votre RIB, par exemple FR76 3000 6000 0112 3456 7890 189."
            : !Lengths.TryGetValue(compact[..2], out var length) ? $"Cet IBAN commence par « {compact[..2]} » : il doit être celui d'un compte en euros de la zone SEPA, en France il commence par FR."
            : compact.Length != length ? $"Cet IBAN a {compact.Length} caractères : un IBAN qui commence par {compact[..2]} en a {length}."
            : !compact.All(char.IsAsciiLetterOrDigit) || Remainder(compact) != 1 ? "Cet IBAN n'existe pas : un chiffre au moins est faux ou deux sont inversés. Recopiez-le depuis votre RIB."
            : "";
        if (why.Length > 0) return false;
        iban = new(compact);
        return true;
    }

    /// <summary>A number of which only the ends are shown.</summary>
    public static string Masked(string iban)
    {
        ArgumentNullException.ThrowIfNull(iban);
        return iban.Length < 8 ? iban : $"{iban[..4]} … {iban[^4..]}";
    }

    internal static string Compact(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.'))).ToUpperInvariant() is var compact
        && compact.StartsWith("IBAN", StringComparison.Ordinal) ? compact[4..] : compact;

    private static int Remainder(string compact)
    {
        var digits = new StringBuilder();
        foreach (var c in compact[4..] + compact[..4]) digits.Append(char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10);
        var remainder = 0;
        for (var i = 0; i < digits.Length; i++) remainder = (remainder * 10 + (digits[i] - '0')) % 97;
        return remainder;
    }
}
