using System.Xml;

namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>The names met in one XML file. The reader keeps each of them to the end: an invoice has a few hundred, a hostile file millions.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private const int Most = 5_000;
    private readonly NameTable inner = new();
    private int count;

    public override string Add(char[] array, int offset, int length) => inner.Get(array, offset, length) ?? Count(inner.Add(array, offset, length));

    public override string Add(string array) => inner.Get(array) ?? Count(inner.Add(array));

    public override string? Get(char[] array, int offset, int length) => inner.Get(array, offset, length);

    public override string? Get(string array) => inner.Get(array);

    private string Count(string name) => ++count > Most ? throw UnreadableInvoiceException.TooComplex : name;
}
