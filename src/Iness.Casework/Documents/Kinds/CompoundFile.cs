using System.Buffers.Binary;
using System.Text;

namespace Iness.Casework.Documents.Kinds;

/// <summary>Documents of Office 97–2003: a small file system (OLE) whose directory names what it holds.</summary>
internal static class CompoundFile
{
    private const int EntryLength = 128;
    private const int LongestName = 64;
    private const int MostEntries = 20_000;

    private static readonly (string Stream, FileType Type)[] Known =
        [("WordDocument", FileType.Doc), ("Workbook", FileType.Xls), ("Book", FileType.Xls), ("PowerPoint Document", FileType.Ppt)];

    public static bool IsOne(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static async Task<Content> RecogniseAsync(Stream content, byte[] head, CancellationToken cancellationToken)
    {
        if (CompoundSectors.Of(content, head) is not { } sectors || await ReadEntriesAsync(sectors, cancellationToken) is not [var root, ..] entries) return Content.Damaged;
        if (entries.Exists(entry => entry.Is("EncryptedPackage"))) return Content.Encrypted;
        if (entries.Exists(entry => entry.Is("VBA") || entry.Is("_VBA_PROJECT_CUR") || entry.Is("Macros"))) return Content.Macros;
        // A document may embed others, deeper down: only what stands at the top says what it is.
        var top = Siblings(entries, root.Child);
        FileType[] found = [.. Known.Where(pair => top.Exists(entry => entry.Is(pair.Stream))).Select(pair => pair.Type).Distinct()];
        return found is [var only] ? Content.Of(only) : Content.Unknown;
    }

    /// <summary>All entries, along a chain of sectors of bounded length; null when it is broken.</summary>
    private static async Task<List<Entry>?> ReadEntriesAsync(CompoundSectors sectors, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        for (var sector = sectors.FirstOfDirectory; sector != CompoundSectors.EndOfChain;)
        {
            if (entries.Count > MostEntries || await sectors.ReadAsync(sector, cancellationToken) is not { } directory) return null;
            for (var at = 0; at < directory.Length; at += EntryLength) entries.Add(Entry.Read(directory.AsSpan(at, EntryLength)));
            if (await sectors.NextAsync(sector, cancellationToken) is not { } next) return null;
            sector = next;
        }

        return entries;
    }

    /// <summary>The entries of one folder: a binary tree, each visited once whatever its links say.</summary>
    private static List<Entry> Siblings(List<Entry> entries, uint first)
    {
        var found = new List<Entry>();
        var visited = new HashSet<uint>();
        var next = new Stack<uint>([first]);
        while (next.TryPop(out var index))
        {
            if (index >= entries.Count || !visited.Add(index)) continue;
            var entry = entries[(int)index];
            found.Add(entry);
            next.Push(entry.Left);
            next.Push(entry.Right);
        }

        return found;
    }

    private readonly record struct Entry(string Name, uint Left, uint Right, uint Child)
    {
        public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

        public static Entry Read(ReadOnlySpan<byte> bytes)
        {
            // The length counts the closing NUL, two bytes a letter.
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[LongestName..]);
            var name = length is > 2 and <= LongestName ? Encoding.Unicode.GetString(bytes[..(length - 2)]) : "";
            return new(name, BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[72..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[76..]));
        }
    }
}
