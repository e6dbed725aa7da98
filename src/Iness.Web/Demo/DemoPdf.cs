using System.Globalization;
using System.Text;

namespace Iness.Web.Demo;

/// <summary>A one-page PDF with a few lines, for the documents of the demonstration. Only letters of Latin-1 are written.</summary>
internal static class DemoPdf
{
    /// <summary>Writes it.</summary>
    public static MemoryStream Of(params string[] lines)
    {
        var text = new StringBuilder("BT /F1 14 Tf 60 780 Td 22 TL\n");
        foreach (var line in lines) text.Append(CultureInfo.InvariantCulture, $"({Escaped(line)}) Tj T*\n");
        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Length {Encoding.Latin1.GetByteCount(text.ToString())} >>\nstream\n{text}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return new(Encoding.Latin1.GetBytes(file.ToString()));
    }

    private static string Escaped(string line) => line.Replace('’', '\'').Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
