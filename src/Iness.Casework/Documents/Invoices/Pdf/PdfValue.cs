namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>A value of a PDF, as far as finding an enclosed file needs.</summary>
internal abstract record PdfValue;

/// <summary>« /Name ».</summary>
internal sealed record PdfName(string Text) : PdfValue;

/// <summary>A number, its decimals cut off: nothing here is measured.</summary>
internal sealed record PdfNumber(long Value) : PdfValue;

/// <summary>A string.</summary>
internal sealed record PdfString(byte[] Bytes) : PdfValue;

/// <summary>« true », « null », and whatever else stands bare.</summary>
internal sealed record PdfWord(string Text) : PdfValue;

/// <summary>« 12 0 R ».</summary>
internal sealed record PdfReference(int Number) : PdfValue;

/// <summary>An array.</summary>
internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

/// <summary>A dictionary. A key given twice counts once.</summary>
internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key) is { } value and not PdfWord { Text: "null" } ? value : null;
}

/// <summary>A stream, its bytes still encoded.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Encoded) : PdfValue;
