using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Iness.TestKit.Invoices;

/// <summary>Writes PDF files object by object, sound or not.</summary>
public sealed class PdfMaker
{
    private readonly List<byte> bytes = [];

    public PdfMaker() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>A PDF that encloses a file as Factur-X does.</summary>
    public static byte[] Enclosing(byte[] xml, string name = "factur-x.xml") => new PdfMaker()
        .Add(1, "<</Type/Catalog/Pages 2 0 R/AF[3 0 R]/Names<</EmbeddedFiles<</Names[(factur-x.xml)3 0 R]>>>>>>")
        .Add(2, "<</Type/Pages/Kids[]/Count 0>>")
        .Add(3, $"<</Type/Filespec/F({name})/UF({name})/AFRelationship/Data/EF<</F 4 0 R/UF 4 0 R>>>>")
        .AddStream(4, "/Type/EmbeddedFile/Subtype/text#2Fxml/Filter/FlateDecode", Deflate(xml))
        .ToBytes();

    public static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflating = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflating.Write(plain);
        return packed.ToArray();
    }

    public PdfMaker Add(int number, string value)
    {
        Write($"{number} 0 obj\n{value}\nendobj\n");
        return this;
    }

    public PdfMaker AddStream(int number, string dictionary, byte[] data, string? length = null)
    {
        Write($"{number} 0 obj\n<<{dictionary}/Length {length ?? data.Length.ToString(CultureInfo.InvariantCulture)}>>\nstream\n");
        bytes.AddRange(data);
        Write("\nendstream\nendobj\n");
        return this;
    }

    /// <summary>Objects inside an object stream.</summary>
    public PdfMaker AddPacked(int container, params (int Number, string Value)[] objects)
    {
        var header = new StringBuilder();
        var values = new StringBuilder();
        foreach (var (number, value) in objects)
        {
            header.Append(CultureInfo.InvariantCulture, $"{number} {values.Length} ");
            values.Append(value).Append('\n');
        }

        return AddStream(container, $"/Type/ObjStm/N {objects.Length}/First {header.Length}/Filter/FlateDecode", Deflate(Encoding.Latin1.GetBytes($"{header}{values}")));
    }

    public PdfMaker Write(string text)
    {
        bytes.AddRange(Encoding.Latin1.GetBytes(text));
        return this;
    }

    /// <summary>The file, ended by a trailer unless another thing names the root.</summary>
    public byte[] ToBytes(string? trailer = "/Root 1 0 R")
    {
        if (trailer is not null) Write($"trailer\n<<{trailer}>>\n");
        Write("startxref\n0\n%%EOF\n");
        return [.. bytes];
    }
}
