using System.Text;

namespace Iness.Casework.Payments.Claims;

/// <summary>The number of a bank account (ISO 13616): its country, its length there, its key (mod 97).</summary>
public readonly record struct Iban
{
    /// <summary>The countries that the euro payments of SEPA reach, and the length of their numbers.</summary>
    private static readonly Dictionary<string, int> Lengths =
        ("AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 "
        + "IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 VA22")
        .Split(' ').ToDictionary(known => known[..2], known => int.Parse(known[2..], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

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
