using System.Globalization;
using System.Text;

namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>Builds values from PDF syntax. Their depth and number are bounded, as they are kept in memory.</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> data, int position, PdfBudget budget)
{
    private const int Deepest = 32;
    private const int MostValues = 200_000;
    private int values;

    /// <summary>Where the next value is looked for.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Whether anything but blanks follows.</summary>
    public bool HasMore => PdfBytes.SkipBlanks(Data, Position) < Data.Length;

    private ReadOnlySpan<byte> Data => data.Span;

    /// <summary>The next value.</summary>
    /// <exception cref="UnreadableInvoiceException">There is none, or it does not end.</exception>
    public PdfValue Read() => Read(0);

    /// <summary>Passes a word when it is the next one.</summary>
    public bool Pass(ReadOnlySpan<byte> word)
    {
        var at = PdfBytes.SkipBlanks(Data, Position);
        var end = PdfBytes.SkipRegular(Data, at);
        if (!Data[at..end].SequenceEqual(word)) return false;
        Position = end;
        return true;
    }

    private PdfValue Read(int depth)
    {
        if (depth > Deepest || ++values > MostValues) throw UnreadableInvoiceException.TooComplex;
        budget.SpendValue();
        Position = PdfBytes.SkipBlanks(Data, Position);
        return Data[Position..] switch
        {
            [(byte)'/', ..] => new PdfName(ReadName()),
            [(byte)'(', ..] => ReadString(),
            [(byte)'<', (byte)'<', ..] => ReadDictionary(depth),
            [(byte)'<', ..] => ReadHexadecimal(),
            [(byte)'[', ..] => ReadArray(depth),
            _ => ReadBare(),
        };
    }

    private PdfArray ReadArray(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (!Closes("]"u8)) items.Add(Read(depth + 1));
        return new(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>();
        while (!Closes(">>"u8))
        {
            if (Position >= Data.Length || Data[Position] != '/') throw UnreadableInvoiceException.Damaged;
            var key = ReadName();
            entries[key] = Read(depth + 1);
        }

        return new(entries);
    }

    private bool Closes(ReadOnlySpan<byte> sign)
    {
        Position = PdfBytes.SkipBlanks(Data, Position);
        if (!Data[Position..].StartsWith(sign)) return false;
        Position += sign.Length;
        return true;
    }

    private string ReadName()
    {
        var end = PdfBytes.SkipRegular(Data, Position + 1);
        var name = Data[(Position + 1)..end];
        Position = end;
        if (!name.Contains((byte)'#')) return Encoding.Latin1.GetString(name);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) (i, _) = (i + 2, text.Append((char)code));
            else text.Append((char)name[i]);
        }

        return text.ToString();
    }

    private PdfString ReadString()
    {
        var end = PdfBytes.SkipString(Data, Position);
        var inside = Data[(Position + 1)..Math.Max(Position + 1, end - 1)];
        Position = end;
        return new(PdfBytes.Unescape(inside));
    }

    private PdfString ReadHexadecimal()
    {
        var end = PdfBytes.SkipHexadecimal(Data, Position);
        var inside = Data[(Position + 1)..Math.Max(Position + 1, end - 1)];
        Position = end;
        return new(PdfBytes.FromHexadecimal(inside));
    }

    private PdfValue ReadBare()
    {
        var end = PdfBytes.SkipRegular(Data, Position);
        if (end == Position) throw UnreadableInvoiceException.Damaged;
        var word = Data[Position..end];
        Position = end;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return PassReference() ? new PdfReference((int)Math.Clamp(whole, 0, int.MaxValue)) : new PdfNumber(whole);
        return decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real)
            ? new PdfNumber((long)Math.Clamp(real, long.MinValue, long.MaxValue))
            : new PdfWord(Encoding.Latin1.GetString(word[..Math.Min(word.Length, 20)]));
    }

    /// <summary>The end of « 12 0 R » after its first number.</summary>
    private bool PassReference()
    {
        var start = Position;
        var at = PdfBytes.SkipBlanks(Data, Position);
        var end = PdfBytes.SkipRegular(Data, at);
        if (end > at && end - at <= 5 && !Data[at..end].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            Position = end;
            if (Pass("R"u8)) return true;
        }

        Position = start;
        return false;
    }
}
