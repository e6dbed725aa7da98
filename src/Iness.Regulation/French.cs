using System.Globalization;

namespace Iness.Regulation;

/// <summary>
/// Numbers and dates as French writes them, whatever the culture of the process. Spaces are ordinary ones, so that a sentence
/// can be searched and shown in any terminal; pages make them non-breaking when they are drawn.
/// </summary>
public static class French
{
    private const int LongestAmount = 32;

    /// <summary>An amount: « 1 234,50 € », « 450 000 € ».</summary>
    public static string Amount(Money amount)
    {
        Span<char> text = stackalloc char[LongestAmount];
        TryFormat(amount, text, out var written);
        return new string(text[..written]);
    }

    /// <summary>A number with as many decimals as it has: « 19,99 », « 7,5 », « 1 200 ».</summary>
    public static string Number(decimal value)
    {
        var text = Math.Abs(value).ToString("#,##0.############################", CultureInfo.InvariantCulture)
            .Replace(',', ' ').Replace('.', ',');
        return value < 0 ? "-" + text : text;
    }

    /// <summary>A day: « 1er janvier 2024 », « 2 mars 2026 ».</summary>
    public static string Date(DateOnly day)
    {
        ReadOnlySpan<string> months =
        [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day}{(day.Day == 1 ? "er" : "")} {months[day.Month - 1]} {day.Year}");
    }

    /// <summary>A count and its noun, in the plural from two on: « 1 mois », « 2 salariés ».</summary>
    public static string Plural(int count, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count >= 2 ? plural : singular)}");

    internal static bool TryFormat(Money amount, Span<char> destination, out int written)
    {
        // From the right: « € », the cents if any, then the euros in groups of three.
        Span<char> text = stackalloc char[LongestAmount];
        var at = text.Length;
        text[--at] = '€';
        text[--at] = ' ';
        var (euros, cents) = Math.DivRem(amount.Cents, 100);
        if (cents != 0)
        {
            cents = Math.Abs(cents);
            text[--at] = (char)('0' + cents % 10);
            text[--at] = (char)('0' + cents / 10);
            text[--at] = ',';
        }

        var digits = 0;
        do
        {
            if (digits > 0 && digits % 3 == 0) text[--at] = ' ';
            text[--at] = (char)('0' + Math.Abs(euros % 10));
            euros /= 10;
            digits++;
        }
        while (euros != 0);
        if (amount.Cents < 0) text[--at] = '-';

        written = text.Length - at;
        return text[at..].TryCopyTo(destination);
    }
}
