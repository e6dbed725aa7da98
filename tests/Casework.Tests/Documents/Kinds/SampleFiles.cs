using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

/// <summary>The smallest files that are truly of their type, and hostile ones.</summary>
internal static class SampleFiles
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Png => Convert.FromHexString(
        "89504E470D0A1A0A0000000D4948445200000001000000010806000000" + "1F15C4890000000D49444154789C6360606060000000050001A5F645400000000049454E44AE426082");

    public static byte[] Jpeg => Convert.FromHexString("FFD8FFE000104A46494600010100000100010000FFDA0008010100003F00D2CF20FFD9");

    public static byte[] WebP => [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, .. new byte[10]];

    public static byte[] Tiff => [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Heic => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 8, .. "mdat"u8];

    public static byte[] Of(FileType type) => type switch
    {
        _ when type == FileType.Pdf => Pdf,
        _ when type == FileType.Png => Png,
        _ when type == FileType.Jpeg => Jpeg,
        _ when type == FileType.WebP => WebP,
        _ when type == FileType.Tiff => Tiff,
        _ when type == FileType.Heic => Heic,
        _ when type == FileType.Docx || type == FileType.Xlsx || type == FileType.Pptx => OpenXml(type.MediaType + ".main+xml"),
        _ when type == FileType.Odt || type == FileType.Ods || type == FileType.Odp => OpenDocument(type.MediaType),
        _ when type == FileType.Doc => Compound(["WordDocument", "1Table"]),
        _ when type == FileType.Xls => Compound(["Workbook"]),
        _ when type == FileType.Ppt => Compound(["PowerPoint Document", "Current User"]),
        _ => "Dépense;Montant HT\nBoutique en ligne;4 200,00\n"u8.ToArray(),
    };

    public static byte[] OpenXml(string mainType, params string[] moreEntries) =>
        OpenXmlFrom($"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{mainType}"/></Types>""", moreEntries);

    public static byte[] OpenXmlFrom(string types, params string[] moreEntries) =>
        Zip([("[Content_Types].xml", types), ("word/document.xml", "<w/>"), .. moreEntries.Select(name => (name, ""))]);

    public static byte[] OpenDocument(string mediaType, params string[] moreEntries) =>
        Zip([("mimetype", mediaType), ("content.xml", "<office/>"), .. moreEntries.Select(name => (name, "<module/>"))]);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// An OLE file. Its folder stands after <paramref name="before"/> sectors of content, as in large documents; entries deeper down hang
    /// below the first one of the top.
    /// </summary>
    public static byte[] Compound(string[] top, string[]? deeper = null, int before = 0)
    {
        const int Size = 512, Links = Size / sizeof(uint), InHeader = 109;
        var names = (string[])["Root Entry", .. top, .. deeper ?? []];
        var directorySectors = (names.Length + 3) / 4;
        var sectors = before + directorySectors;
        var tables = (sectors + sectors / 100 + 8 + Links - 1) / Links;
        var extensions = Math.Max(0, (tables - InHeader + Links - 2) / (Links - 1));
        var file = new byte[(1 + sectors + tables + extensions) * Size];
        var words = (int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(file, 0);
        file[30] = 9;
        words(48, (uint)before);
        words(68, extensions == 0 ? 0xFFFFFFFE : (uint)(sectors + tables));
        for (var table = 0; table < tables; table++)
        {
            var place = (uint)(sectors + table);
            if (table < InHeader) words(76 + table * 4, place);
            else words((1 + sectors + tables + (table - InHeader) / (Links - 1)) * Size + (table - InHeader) % (Links - 1) * 4, place);
        }

        for (var extension = 0; extension < extensions; extension++)
            words((1 + sectors + tables + extension) * Size + (Links - 1) * 4, extension + 1 < extensions ? (uint)(sectors + tables + extension + 1) : 0xFFFFFFFE);
        for (var sector = 0; sector < directorySectors; sector++)
            words((1 + sectors) * Size + (before + sector) * 4, sector + 1 < directorySectors ? (uint)(before + sector + 1) : 0xFFFFFFFE);

        for (var index = 0; index < names.Length; index++)
        {
            var entry = (1 + before) * Size + index * 128;
            Encoding.Unicode.GetBytes(names[index]).CopyTo(file, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(entry + 64), (ushort)(names[index].Length * 2 + 2));
            var isLastOfItsLevel = index == 0 || index == top.Length || index == names.Length - 1;
            words(entry + 68, uint.MaxValue);
            words(entry + 72, isLastOfItsLevel ? uint.MaxValue : (uint)index + 1);
            words(entry + 76, index == 0 ? 1 : index == 1 && names.Length > top.Length + 1 ? (uint)top.Length + 1 : uint.MaxValue);
        }

        return file;
    }
}
