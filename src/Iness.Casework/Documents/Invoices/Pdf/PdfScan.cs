namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>
/// The objects of a PDF, found by going once through the file. Its cross-reference tables are not used: they may be wrong, point in
/// circles or lie, and of two versions of an object the later one in the file is the current one anyway.
/// </summary>
internal sealed class PdfScan(ReadOnlyMemory<byte> file, PdfBudget budget)
{
    /// <summary>More objects than any invoice.</summary>
    public const int MostObjects = 300_000;

    /// <summary>Where the value of each object begins.</summary>
    public Dictionary<int, int> Objects { get; } = [];

    /// <summary>Where the object streams begin, in the order of the file.</summary>
    public List<int> ObjectStreams { get; } = [];

    /// <summary>The roots that are named, in the order of the file.</summary>
    public List<PdfReference> Roots { get; } = [];

    /// <summary>The last object that says it is a catalogue.</summary>
    public int? Catalog { get; private set; }

    /// <summary>Whether a password or a key is needed.</summary>
    public bool IsEncrypted { get; private set; }

    private ReadOnlySpan<byte> Data => file.Span;

    public void Run()
    {
        for (var at = 0; ;)
        {
            var found = Data[at..].IndexOf("obj"u8);
            var word = found < 0 ? Data.Length : at + found;
            FindTrailers(at, word);
            if (found < 0) return;
            at = Enter(word);
        }
    }

    private void FindTrailers(int from, int to)
    {
        while (from < to && Data[from..to].IndexOf("trailer"u8) is >= 0 and var found)
        {
            from += found + "trailer"u8.Length;
            if (TryRead(from) is PdfDictionary trailer) Note(trailer);
        }
    }

    /// <summary>A trailer, or the stream that stands for one.</summary>
    private void Note(PdfDictionary trailer)
    {
        if (trailer["Root"] is PdfReference root) Roots.Add(root);
        IsEncrypted |= trailer["Encrypt"] is not null;
    }

    /// <summary>Goes through the object that the word « obj » opens, and says where to go on.</summary>
    private int Enter(int word)
    {
        var body = word + "obj"u8.Length;
        if (PdfBytes.SkipRegular(Data, word) != body || !TryReadNumber(word, out var number)) return body;
        if (Objects.Count >= MostObjects) throw UnreadableInvoiceException.TooComplex;
        Objects[number] = body;
        var end = SkipValue(body, out var after, out var isCatalog);
        budget.SpendScan((end ?? Data.Length) - body);
        if (isCatalog) Catalog = number;
        // An end that is not found is the fault of this object only.
        if (end is not { } stop) return body;
        if (after != "stream") return after == "endobj" ? stop : stop - after.Length;
        if (TryRead(body) is not PdfDictionary dictionary) return stop;
        if (dictionary["Type"] is PdfName { Text: "XRef" }) Note(dictionary);
        if (dictionary["Type"] is PdfName { Text: "ObjStm" }) ObjectStreams.Add(body);
        return PdfStreamPlace.Find(Data, stop, (dictionary["Length"] as PdfNumber)?.Value).After;
    }

    /// <summary>The number of the object, before its generation and the word « obj ».</summary>
    private bool TryReadNumber(int word, out int number)
    {
        number = 0;
        var at = SkipBackBlanks(word);
        var generation = SkipBackDigits(at);
        var end = SkipBackBlanks(generation);
        var start = SkipBackDigits(end);
        return at < word && generation < at && end < generation && start < end && int.TryParse(Data[start..end], out number);
    }

    private int SkipBackBlanks(int at)
    {
        var stop = Math.Max(0, at - 20);
        while (at > stop && PdfBytes.IsBlank(Data[at - 1])) at--;
        return at;
    }

    private int SkipBackDigits(int at)
    {
        var stop = Math.Max(0, at - 10);
        while (at > stop && Data[at - 1] is >= (byte)'0' and <= (byte)'9') at--;
        return at;
    }

    /// <summary>Goes over a value without building it, to past the word that ends it; null when none does.</summary>
    private int? SkipValue(int at, out string word, out bool isCatalog)
    {
        (word, isCatalog) = ("", false);
        while ((at = PdfBytes.SkipBlanks(Data, at)) < Data.Length)
        {
            switch (Data[at])
            {
                case (byte)'(':
                    at = PdfBytes.SkipString(Data, at);
                    break;
                case (byte)'<' when at + 1 < Data.Length && Data[at + 1] != '<':
                    at = PdfBytes.SkipHexadecimal(Data, at);
                    break;
                case (byte)'<':
                    at += 2;
                    break;
                case (byte)'/':
                    var name = PdfBytes.SkipRegular(Data, at + 1);
                    isCatalog |= Data[at..name].SequenceEqual("/Catalog"u8);
                    at = name;
                    break;
                case (byte)'[' or (byte)']' or (byte)'>' or (byte)'{' or (byte)'}' or (byte)')':
                    at++;
                    break;
                default:
                    var end = PdfBytes.SkipRegular(Data, at);
                    word = WordThatEnds(Data[at..end]);
                    at = end;
                    if (word.Length > 0) return end;
                    break;
            }
        }

        return null;
    }

    private static string WordThatEnds(ReadOnlySpan<byte> word) => word switch
    {
        [(byte)'e', ..] when word.SequenceEqual("endobj"u8) => "endobj",
        [(byte)'s', ..] when word.SequenceEqual("stream"u8) => "stream",
        // The end is missing, and something else begins.
        [(byte)'o', ..] when word.SequenceEqual("obj"u8) => "obj",
        [(byte)'x', ..] when word.SequenceEqual("xref"u8) => "xref",
        [(byte)'t', ..] when word.SequenceEqual("trailer"u8) => "trailer",
        _ => "",
    };

    private PdfValue? TryRead(int at)
    {
        try
        {
            return new PdfParser(file, at, budget).Read();
        }
        catch (UnreadableInvoiceException damage) when (damage.IsDamage)
        {
            budget.SpendFailure();
            return null;
        }
    }
}
