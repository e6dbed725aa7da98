namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>A PDF whose objects can be asked for.</summary>
internal sealed class PdfFile
{
    private const int MostHops = 16;
    private const int LargestObjectStream = 8 << 20;

    private readonly ReadOnlyMemory<byte> file;
    private readonly PdfBudget budget;
    private readonly Dictionary<int, Place> places;
    private (int Body, ReadOnlyMemory<byte> Content)? unpacked;

    public PdfFile(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        budget = new(file.Length);
        var scan = new PdfScan(file, budget);
        scan.Run();
        if (scan.IsEncrypted) throw UnreadableInvoiceException.Encrypted;
        places = scan.Objects.ToDictionary(one => one.Key, one => new Place(null, one.Value));
        foreach (var body in scan.ObjectStreams) AddContentOf(body);
        Catalog = scan.Roots.AsEnumerable().Reverse().Concat(scan.Catalog is { } number ? [new PdfReference(number)] : [])
            .Distinct().Take(MostHops).Select(Resolve).OfType<PdfDictionary>().FirstOrDefault(one => one["Type"] is PdfName { Text: "Catalog" } || one["Pages"] is not null)
            ?? throw UnreadableInvoiceException.Damaged;
    }

    /// <summary>Where everything else hangs.</summary>
    public PdfDictionary Catalog { get; }

    /// <summary>The value behind references; null when there is none, or only references that turn in circles.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == MostHops || !places.TryGetValue(reference.Number, out var place)) return null;
            value = ReadAt(place);
        }

        return value;
    }

    /// <summary>The bytes of a stream.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream, int most) => new PdfFilters(this, budget).Decode(stream, most);

    private PdfValue ReadAt(Place place)
    {
        if (place.Container is { } container) return new PdfParser(Unpack(container), place.Offset, budget).Read();
        var parser = new PdfParser(file, place.Offset, budget);
        var value = parser.Read();
        return value is PdfDictionary dictionary && parser.Pass("stream"u8) ? StreamAt(dictionary, parser.Position) : value;
    }

    private PdfStream StreamAt(PdfDictionary dictionary, int afterWord)
    {
        var length = dictionary["Length"];
        // Only a plain object is looked up: a length inside a stream would need that stream's own length.
        if (length is PdfReference reference && places.TryGetValue(reference.Number, out var place) && place.Container is null) length = new PdfParser(file, place.Offset, budget).Read();
        var found = PdfStreamPlace.Find(file.Span, afterWord, (length as PdfNumber)?.Value);
        return new(dictionary, file[found.Start..found.End]);
    }

    /// <summary>Adds the objects of an object stream, unless a later one in the file has replaced them.</summary>
    private void AddContentOf(int body)
    {
        try
        {
            if (ReadAt(new(null, body)) is not PdfStream { Dictionary: var dictionary } || dictionary["First"] is not PdfNumber { Value: var first }) return;
            var content = Unpack(body);
            var header = new PdfParser(content[..(int)Math.Clamp(first, 0, content.Length)], 0, budget);
            while (header.HasMore)
            {
                if (header.Read() is not PdfNumber number || header.Read() is not PdfNumber offset) return;
                if (number.Value is < 0 or > int.MaxValue || offset.Value < 0 || offset.Value >= content.Length - first) continue;
                if (places.Count >= PdfScan.MostObjects) throw UnreadableInvoiceException.TooComplex;
                if (!places.TryGetValue((int)number.Value, out var known) || known.Order < body) places[(int)number.Value] = new(body, (int)(first + offset.Value));
            }
        }
        catch (UnreadableInvoiceException damage) when (damage.IsDamage)
        {
            budget.SpendFailure();
        }
    }

    private ReadOnlyMemory<byte> Unpack(int body)
    {
        if (unpacked is { } last && last.Body == body) return last.Content;
        var content = ReadAt(new(null, body)) is PdfStream stream ? Decode(stream, LargestObjectStream) : throw UnreadableInvoiceException.Damaged;
        unpacked = (body, content);
        return content;
    }

    /// <summary>Where an object stands.</summary>
    /// <param name="Container">Where the object stream that holds it begins; null when the file itself holds it.</param>
    /// <param name="Offset">Where its value begins, in the one or the other.</param>
    private readonly record struct Place(int? Container, int Offset)
    {
        /// <summary>Its place in the order of the file.</summary>
        public int Order => Container ?? Offset;
    }
}
