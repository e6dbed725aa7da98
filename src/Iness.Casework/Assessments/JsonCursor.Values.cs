using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

internal ref partial struct JsonCursor
{
    /// <summary>Turnover, capital and aid are bounded so that sums of them never overflow unnoticed: ten thousand billion euros.</summary>
    private const long MaxCents = 1_000_000_000_000_000;

    private const int MaxNumberLength = 28;

    /// <summary>The regulation adds years to the days it is given: the calendar must not end before.</summary>
    private const int LastYear = 9990;

    /// <summary>A text of limited length; null when absent or refused.</summary>
    public string? ReadText(int maxLength)
    {
        if (!Expect(JsonTokenType.String, "un texte est attendu.")) return null;
        var text = reader.GetString()!;
        if (text.Length <= maxLength) return text;
        Note($"texte trop long : {maxLength} caractères au plus.");
        return null;
    }

    /// <summary>True or false; null when absent or refused.</summary>
    public bool? ReadBoolean()
    {
        if (reader.TokenType == JsonTokenType.True) return true;
        if (reader.TokenType == JsonTokenType.False) return false;
        if (reader.TokenType != JsonTokenType.Null) Refuse("true ou false est attendu.");
        return null;
    }

    /// <summary>A day written year, month, day; null when absent or refused.</summary>
    public DateOnly? ReadDate()
    {
        if (!Expect(JsonTokenType.String, "une date AAAA-MM-JJ est attendue, entre guillemets.")) return null;
        Span<char> text = stackalloc char[10];
        if (!TryCopy(text, out var length) || !TryParseDate(text[..length], out var date)) Note("date impossible ou mal écrite : AAAA-MM-JJ est attendu, par exemple 2026-03-02.");
        else if (date.Year > LastYear) Note("date trop lointaine.");
        else return date;
        return null;
    }

    /// <inheritdoc cref="ReadDate()"/>
    /// <param name="given">Whether there was a value at all, right or wrong.</param>
    public DateOnly? ReadDate(out bool given)
    {
        given = !IsNull;
        return ReadDate();
    }

    /// <summary>One of the codes of a list; null when absent or refused.</summary>
    public int? ReadCode(CodeList codes)
    {
        if (!Expect(JsonTokenType.String, "un code est attendu.")) return null;
        if (codes.TryRead(ref reader, out var value)) return value;
        Note($"code inconnu ; codes acceptés : {string.Join(", ", codes.Names)}.");
        return null;
    }

    /// <summary>A list of codes as a set of flags; null when absent or refused.</summary>
    public int? ReadFlags(CodeList codes)
    {
        if (!EnterList()) return null;
        var flags = 0;
        while (NextItem())
        {
            if (reader.TokenType == JsonTokenType.Null) Note("un code est attendu.");
            else flags |= ReadCode(codes) ?? 0;
        }

        return flags;
    }

    /// <summary>A whole number within bounds; null when absent or refused.</summary>
    public int? ReadInteger(int least, int most)
    {
        if (!Expect(JsonTokenType.Number, "un nombre entier est attendu.")) return null;
        var number = JsonNumber.Parse(reader.ValueSpan);
        if (!number.HasMoreDecimalsThan(0) && number.ToUnits(0) is var value && value >= least && value <= most) return (int)value;
        Note($"nombre entier de {least} à {most} attendu.");
        return null;
    }

    /// <summary>A number that is not negative; null when absent or refused.</summary>
    public decimal? ReadQuantity()
    {
        if (!Expect(JsonTokenType.Number, "un nombre est attendu.")) return null;
        if (reader.ValueSpan.Length > MaxNumberLength || !reader.TryGetDecimal(out var value)) Note("nombre trop long.");
        else if (value < 0) Note("ce nombre ne peut pas être négatif.");
        else return value;
        return null;
    }

    /// <summary>An amount within bounds, of two decimals at most; null when absent or refused.</summary>
    public Money? ReadMoney(long leastCents = -MaxCents, long mostCents = MaxCents)
    {
        if (!Expect(JsonTokenType.Number, "un montant est attendu, sous forme de nombre (par exemple 1234.50).")) return null;
        var number = JsonNumber.Parse(reader.ValueSpan);
        if (number.HasMoreDecimalsThan(2))
        {
            Note("deux décimales au plus.");
            return null;
        }

        var cents = number.ToUnits(2);
        if (cents < leastCents) Note(leastCents switch
        {
            0 => "ce montant ne peut pas être négatif.",
            1 => "ce montant doit être supérieur à 0.",
            _ => $"montant trop petit : {new Money(leastCents)} au moins.",
        });
        else if (cents > mostCents) Note($"montant trop grand : {new Money(mostCents)} au plus.");
        else return new(cents);
        return null;
    }

    /// <summary>Copies a short text as characters; false when it does not fit.</summary>
    public readonly bool TryCopy(scoped Span<char> destination, out int length)
    {
        length = 0;
        if (reader.ValueSpan.Length > destination.Length && !reader.ValueIsEscaped) return false;
        if (reader.ValueSpan.Length > destination.Length * 6) return false;
        Span<char> unescaped = stackalloc char[destination.Length * 6];
        length = reader.CopyString(unescaped);
        return length <= destination.Length && unescaped[..length].TryCopyTo(destination);
    }

    /// <summary>Whether the value at hand is of a kind; null is absent, anything else is noted and skipped.</summary>
    public bool Expect(JsonTokenType kind, string message)
    {
        if (reader.TokenType == kind) return true;
        if (reader.TokenType != JsonTokenType.Null) Refuse(message);
        return false;
    }

    private static bool TryParseDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            value = value * 10 + (c - '0');
        }

        return value;
    }
}
