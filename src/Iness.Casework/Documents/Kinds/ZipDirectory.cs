using System.Buffers.Binary;
using System.Text;

namespace Iness.Casework.Documents.Kinds;

/// <summary>One entry of a ZIP's directory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="IsEncrypted">Whether a password guards it.</param>
/// <param name="PackedLength">Bytes in the archive.</param>
/// <param name="Offset">Where its own header stands.</param>
internal sealed record ZipEntry(string Name, int Method, bool IsEncrypted, uint PackedLength, uint Offset);

/// <summary>
/// The directory at the end of a ZIP, read by itself: whatever the archive claims, at most <see cref="LargestDirectory"/> bytes are read and
/// nothing is unpacked. An office document of 20 Mo stays far below these bounds.
/// </summary>
internal static class ZipDirectory
{
    public const int MostEntries = 10_000;
    public const int LargestDirectory = 2 * 1024 * 1024;

    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int EntryLength = 46;

    /// <summary>Null when the directory is missing, broken or beyond the bounds.</summary>
    public static async Task<IReadOnlyList<ZipEntry>?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var tail = await content.ReadTailAsync(EndLength + LongestComment, cancellationToken);
        var end = FindEnd(tail);
        if (end < 0) return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var endsAt = content.Length - tail.Length + end;
        if (count > MostEntries || size > LargestDirectory || offset + (long)size > endsAt) return null;
        return Read(await content.ReadAtAsync(offset, (int)size, cancellationToken), count);
    }

    /// <summary>The end record is the last thing in the file but for a comment of a declared length: nothing may hide behind it.</summary>
    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail[at..].StartsWith("PK\x5\x6"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length) return at;
        }

        return -1;
    }

    private static List<ZipEntry>? Read(ReadOnlySpan<byte> directory, int count)
    {
        var entries = new List<ZipEntry>(count);
        while (entries.Count < count)
        {
            if (directory.Length < EntryLength || !directory.StartsWith("PK\x1\x2"u8)) return null;
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = EntryLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length) return null;
            entries.Add(new(
                Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength)),
                BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]),
                (BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]) & 1) != 0,
                BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[42..])));
            directory = directory[length..];
        }

        // A directory longer than its count would show other programs other entries.
        return directory.IsEmpty ? entries : null;
    }
}
