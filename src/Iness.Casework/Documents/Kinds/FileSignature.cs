using System.Buffers.Binary;

namespace Iness.Casework.Documents.Kinds;

/// <summary>Recognises a content by its first bytes, then by what its format always holds.</summary>
internal static class FileSignature
{
    private const int HeadSize = 4096;
    private const int TailSize = 4096;

    public static async Task<Content> RecogniseAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = await content.ReadAtAsync(0, HeadSize, cancellationToken);
        if (StartsAsPdf(head))
            return (await content.ReadTailAsync(TailSize, cancellationToken)).AsSpan().LastIndexOf("%%EOF"u8) >= 0 ? Content.Of(FileType.Pdf) : Content.Damaged;
        if (head.AsSpan().StartsWith("PK\x3\x4"u8)) return await OfficeArchive.RecogniseAsync(content, cancellationToken);
        if (CompoundFile.IsOne(head)) return await CompoundFile.RecogniseAsync(content, head, cancellationToken);
        if (Image(head, content.Length) is { } image)
        {
            if (image.Type != FileType.Png) return image;
            return (await content.ReadTailAsync(TailSize, cancellationToken)).AsSpan().LastIndexOf("IEND"u8) >= 0 ? image : Content.Damaged;
        }

        return await PlainText.IsOneAsync(content, cancellationToken) ? Content.Of(FileType.Text) : Content.Unknown;
    }

    /// <summary>Some programs write a byte order mark or a line break first.</summary>
    private static bool StartsAsPdf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head.TrimStart("\r\n\t "u8).StartsWith("%PDF-"u8);
    }

    /// <summary>Null when it is no image.</summary>
    private static Content? Image(ReadOnlySpan<byte> head, long length)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return IsJpeg(head) ? Content.Of(FileType.Jpeg) : Content.Damaged;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return head.Length > 33 && head[12..16].SequenceEqual("IHDR"u8) ? Content.Of(FileType.Png) : Content.Damaged;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
            return BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L <= length ? Content.Of(FileType.WebP) : Content.Damaged;
        if (head.StartsWith("II*\0"u8)) return Tiff(head, length, head.Length >= 8 ? BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) : 0);
        if (head.StartsWith("MM\0*"u8)) return Tiff(head, length, head.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(head[4..]) : 0);
        return IsHeic(head) ? Content.Of(FileType.Heic) : null;
    }

    private static Content Tiff(ReadOnlySpan<byte> head, long length, uint directory) =>
        head.Length >= 8 && directory >= 8 && directory + 2L <= length ? Content.Of(FileType.Tiff) : Content.Damaged;

    /// <summary>Whole segments as far as the head shows them: a marker, its length, then the next marker.</summary>
    private static bool IsJpeg(ReadOnlySpan<byte> head)
    {
        var at = 2;
        while (at + 4 <= head.Length)
        {
            if (head[at] != 0xFF) return false;
            if (head[at + 1] == 0xDA) return true;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return head.Length == HeadSize;
    }

    /// <summary>The file type box: its main brand, then those it is compatible with. Its sibling AVIF is another type.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..8].SequenceEqual("ftyp"u8)) return false;
        var size = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (size < 16 || size > head.Length || size % 4 != 0) return false;
        var main = head[8..12];
        if (IsHevcBrand(main)) return true;
        if (!main.SequenceEqual("mif1"u8) && !main.SequenceEqual("msf1"u8)) return false;
        for (var at = 16; at < size; at += 4)
        {
            if (IsHevcBrand(head.Slice(at, 4))) return true;
        }

        return false;
    }

    private static bool IsHevcBrand(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
        || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8);
}
