namespace Iness.Regulation;

/// <summary>The nine-digit number of an undertaking in SIRENE, its key checked (Luhn).</summary>
public readonly record struct Siren
{
    private Siren(string digits) => Digits = digits;

    /// <summary>The nine digits, without spaces.</summary>
    public string Digits { get; }

    /// <summary>Reads nine digits whose key is right.</summary>
    /// <returns>False when the text is not nine ASCII digits or the key is wrong.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Siren siren)
    {
        siren = default;
        if (text.Length != 9 || !HasValidKey(text)) return false;
        siren = new(text.ToString());
        return true;
    }

    /// <summary>Whether digits satisfy the Luhn key that SIREN and SIRET numbers carry.</summary>
    public static bool HasValidKey(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (digit is < 0 or > 9) return false;
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
