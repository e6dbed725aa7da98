using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>Writes amounts as JSON numbers with two decimals, always.</summary>
internal static class JsonMoney
{
    private const int Longest = 24;

    public static void WriteMoney(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money amount)
    {
        Span<byte> text = stackalloc byte[Longest];
        var at = text.Length;
        var (euros, cents) = Math.DivRem(Math.Abs(amount.Cents), 100);
        text[--at] = (byte)('0' + cents % 10);
        text[--at] = (byte)('0' + cents / 10);
        text[--at] = (byte)'.';
        do
        {
            text[--at] = (byte)('0' + euros % 10);
            euros /= 10;
        }
        while (euros != 0);
        if (amount.Cents < 0) text[--at] = (byte)'-';

        writer.WritePropertyName(name);
        writer.WriteRawValue(text[at..], skipInputValidation: true);
    }
}
