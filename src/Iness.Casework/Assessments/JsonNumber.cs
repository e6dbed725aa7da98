namespace Iness.Casework.Assessments;

/// <summary>A JSON number read exactly, as a whole number of powers of ten: 12.340 is 1234 × 10⁻², 1e3 is 1 × 10³.</summary>
internal readonly record struct JsonNumber(long Mantissa, int Exponent)
{
    private const int Digits = 18;
    private const int FarExponent = 1_000_000;

    /// <summary>Whether the value has more than so many decimals.</summary>
    public bool HasMoreDecimalsThan(int decimals) => Mantissa != 0 && Exponent < -decimals;

    /// <summary>The value in units of so many decimals, for a value that has no more than these; saturated when it does not fit.</summary>
    public long ToUnits(int decimals)
    {
        var units = (Int128)Mantissa;
        if (Mantissa == 0) return 0;
        for (var power = Exponent + decimals; power > 0 && Int128.Abs(units) <= long.MaxValue; power--) units *= 10;
        return units > long.MaxValue ? long.MaxValue : units < -long.MaxValue ? -long.MaxValue : (long)units;
    }

    /// <summary>Reads the text of a number that already is one in JSON's grammar. Beyond 18 significant digits the mantissa saturates.</summary>
    public static JsonNumber Parse(ReadOnlySpan<byte> text)
    {
        long mantissa = 0;
        int digits = 0, zeros = 0, exponent = 0, i = 0;
        var negative = text[0] == '-';
        var afterPoint = false;
        for (i = negative ? 1 : 0; i < text.Length && (text[i] | 0x20) != 'e'; i++)
        {
            if (text[i] == '.')
            {
                afterPoint = true;
                continue;
            }

            if (afterPoint) exponent--;
            if (text[i] == '0')
            {
                // Kept aside until another digit follows, so that trailing zeros count for nothing.
                if (digits > 0) zeros++;
                continue;
            }

            digits += zeros + 1;
            for (; zeros >= 0 && digits <= Digits; zeros--) mantissa *= 10;
            zeros = 0;
            if (digits <= Digits) mantissa += text[i] - '0';
        }

        if (digits > Digits) mantissa = long.MaxValue;
        exponent += zeros + WrittenExponent(text[i..]);
        return mantissa == 0 ? default : new(negative ? -mantissa : mantissa, exponent);
    }

    private static int WrittenExponent(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        var value = 0;
        foreach (var c in text[1..])
        {
            if (c is >= (byte)'0' and <= (byte)'9') value = Math.Min(value * 10 + (c - '0'), FarExponent);
        }

        return text[1] == '-' ? -value : value;
    }
}
