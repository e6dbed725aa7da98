using System.Buffers.Text;

namespace Iness.Casework.Assessments;

/// <summary>Reads a JSON number as whole cents. Decimals are judged by value: 12.340 is 12.34, 12.345 is too precise.</summary>
internal static class MoneyParser
{
    private const long Overflow = (long.MaxValue - 9) / 10;

    public enum Outcome
    {
        Read,
        TooPrecise,
        TooLarge,
    }

    public static Outcome TryParse(ReadOnlySpan<byte> number, out long cents)
    {
        cents = 0;
        var negative = number[0] == '-';
        var fractionDigits = -1;
        foreach (var c in negative ? number[1..] : number)
        {
            if (c == '.')
            {
                fractionDigits = 0;
                continue;
            }

            if (c is (byte)'e' or (byte)'E') return TryParseExponent(number, out cents);
            if (fractionDigits == 2)
            {
                if (c != '0') return Outcome.TooPrecise;
                continue;
            }

            if (cents > Overflow) return Outcome.TooLarge;
            cents = cents * 10 + (c - '0');
            if (fractionDigits >= 0) fractionDigits++;
        }

        for (var i = Math.Max(fractionDigits, 0); i < 2; i++)
        {
            if (cents > Overflow) return Outcome.TooLarge;
            cents *= 10;
        }

        if (negative) cents = -cents;
        return Outcome.Read;
    }

    private static Outcome TryParseExponent(ReadOnlySpan<byte> number, out long cents)
    {
        cents = 0;
        if (!Utf8Parser.TryParse(number, out decimal value, out _, 'E') || Math.Abs(value) > long.MaxValue / 1000m) return Outcome.TooLarge;
        if (value * 100 != decimal.Truncate(value * 100)) return Outcome.TooPrecise;
        cents = (long)(value * 100);
        return Outcome.Read;
    }
}
