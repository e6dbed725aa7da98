using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Iness.Casework.Documents.Kinds;

/// <summary>Office documents that are ZIP archives: Office Open XML says what it is in [Content_Types].xml, OpenDocument in mimetype.</summary>
internal static class OfficeArchive
{
    private const string TypesEntry = "[Content_Types].xml";
    private const string MimetypeEntry = "mimetype";
    private const int LargestTypes = 1024 * 1024;
    private const int LongestMimetype = 200;
    private const int LocalHeaderLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    public static async Task<Content> RecogniseAsync(Stream content, CancellationToken cancellationToken)
    {
        if (await ZipDirectory.ReadAsync(content, cancellationToken) is not { Count: > 0 } entries) return Content.Damaged;
        if (entries.Any(entry => entry.IsEncrypted)) return Content.Encrypted;
        if (entries.Any(entry => IsMacro(entry.Name))) return Content.Macros;
        // Two entries of one name would be read differently by different programs.
        var types = entries.Where(entry => Is(entry.Name, TypesEntry)).ToList();
        var mimetypes = entries.Where(entry => Is(entry.Name, MimetypeEntry)).ToList();
        return (types, mimetypes) switch
        {
            ([var only], []) => await OpenXmlAsync(content, only, cancellationToken),
            ([], [var only]) => await OpenDocumentAsync(content, only, cancellationToken),
            _ => Content.Unknown,
        };
    }

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>A VBA project; in OpenDocument, a module of Basic or a script (the lists script-lc.xml and script-lb.xml alone are harmless).</summary>
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) && !name.EndsWith('/') && !Path.GetFileName(name).StartsWith("script-l", StringComparison.OrdinalIgnoreCase))
        || (name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase) && !name.EndsWith('/'));

    private static async Task<Content> OpenDocumentAsync(Stream content, ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Method != Stored || entry.PackedLength > LongestMimetype || await DataOffsetAsync(content, entry, cancellationToken) is not { } offset) return Content.Unknown;
        var mediaType = Encoding.ASCII.GetString(await content.ReadAtAsync(offset, (int)entry.PackedLength, cancellationToken));
        FileType[] accepted = [FileType.Odt, FileType.Ods, FileType.Odp];
        return Array.Find(accepted, type => type.MediaType == mediaType) is { } found ? Content.Of(found) : Content.Unknown;
    }

    private static async Task<Content> OpenXmlAsync(Stream content, ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.PackedLength > LargestTypes || await DataOffsetAsync(content, entry, cancellationToken) is not { } offset) return Content.Damaged;
        if (await UnpackAsync(entry, await content.ReadAtAsync(offset, (int)entry.PackedLength, cancellationToken), cancellationToken) is not { } xml) return Content.Damaged;
        if (ReadTypes(xml) is not { } types) return Content.Damaged;
        if (types.Any(type => type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))) return Content.Macros;
        FileType[] accepted = [FileType.Docx, FileType.Xlsx, FileType.Pptx];
        FileType[] found = [.. accepted.Where(type => types.Contains(type.MediaType + ".main+xml"))];
        return found is [var only] ? Content.Of(only) : Content.Unknown;
    }

    /// <summary>At most a megabyte, whatever the entry claims; null beyond it or when it does not unpack.</summary>
    private static async Task<byte[]?> UnpackAsync(ZipEntry entry, byte[] packed, CancellationToken cancellationToken)
    {
        if (entry.Method == Stored) return packed;
        if (entry.Method != Deflated) return null;
        try
        {
            await using var deflated = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var unpacked = new byte[LargestTypes];
            var length = await deflated.ReadAtLeastAsync(unpacked, unpacked.Length, throwOnEndOfStream: false, cancellationToken);
            return length < unpacked.Length ? unpacked[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static HashSet<string>? ReadTypes(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type) types.Add(type.Trim());
            }

            return types;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Where an entry's bytes begin, after its own header; null when that header is not there.</summary>
    private static async Task<long?> DataOffsetAsync(Stream content, ZipEntry entry, CancellationToken cancellationToken)
    {
        var header = await content.ReadAtAsync(entry.Offset, LocalHeaderLength, cancellationToken);
        if (header.Length < LocalHeaderLength || !header.AsSpan().StartsWith("PK\x3\x4"u8)) return null;
        return entry.Offset + LocalHeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
    }
}
