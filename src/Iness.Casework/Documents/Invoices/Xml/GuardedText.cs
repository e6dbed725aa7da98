namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>
/// Lets the characters of an XML file through as long as they stay within what an invoice needs. The XML reader bounds neither the
/// length of a tag nor its attributes, and keeps all of them in memory at once.
/// </summary>
internal sealed class GuardedText(TextReader inner) : TextReader
{
    private const long MostCharacters = 20_000_000;
    private const int LongestTag = 1 << 16;
    private const int MostAttributes = 256;

    private Place place;
    private long characters;
    private int length, attributes;
    private char previous, beforePrevious;

    /// <summary>Where the last character stands. In the three last, brackets and quotes mean nothing.</summary>
    private enum Place
    {
        Text,
        Tag,
        SingleQuotes,
        DoubleQuotes,
        Comment,
        CData,
        Instruction,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        characters += read;
        if (characters > MostCharacters) throw new UnreadableInvoiceException($"contient plus de {MostCharacters / 1_000_000} millions de caractères une fois décompressé : ce n'est pas une facture.");
        foreach (var c in buffer.AsSpan(index, read)) Follow(c);
        return read;
    }

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => inner.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Follow(char c)
    {
        switch (place)
        {
            case Place.Text:
                if (c == '<') (place, length, attributes) = (Place.Tag, 0, 0);
                break;
            case Place.Tag:
                FollowTag(c);
                break;
            case Place.SingleQuotes or Place.DoubleQuotes:
                if (++length > LongestTag) throw UnreadableInvoiceException.TooComplex;
                if (c == (place == Place.SingleQuotes ? '\'' : '"')) place = Place.Tag;
                break;
            case Place.Comment when c == '>' && previous == '-' && beforePrevious == '-':
            case Place.CData when c == '>' && previous == ']' && beforePrevious == ']':
            case Place.Instruction when c == '>' && previous == '?':
                place = Place.Text;
                break;
        }

        (beforePrevious, previous) = (previous, c);
    }

    private void FollowTag(char c)
    {
        if (++length > LongestTag) throw UnreadableInvoiceException.TooComplex;
        switch (c)
        {
            case '?' when length == 1:
                place = Place.Instruction;
                break;
            case '-' when length == 3 && previous == '-' && beforePrevious == '!':
                // The two dashes that open it do not close it.
                (place, previous) = (Place.Comment, '\0');
                return;
            case '[' when length == 2 && previous == '!':
                place = Place.CData;
                break;
            case '>':
                place = Place.Text;
                break;
            case '\'':
                place = Place.SingleQuotes;
                break;
            case '"':
                place = Place.DoubleQuotes;
                break;
            case '=' when ++attributes > MostAttributes:
                throw UnreadableInvoiceException.TooComplex;
        }
    }
}
