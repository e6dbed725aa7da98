using System.Buffers.Binary;

namespace Iness.Casework.Documents.Kinds;

/// <summary>The sectors of a compound file and the table that chains them, read one by one.</summary>
internal sealed class CompoundSectors
{
    public const uint EndOfChain = 0xFFFFFFFE;

    private const uint LastRegularSector = 0xFFFFFFFA;
    private const int HeaderLength = 512;
    private const int TablesInHeader = 109;
    private const int FirstTable = 76;
    private const int FirstExtension = 68;
    private const int MostExtensions = 64;

    private readonly Stream content;
    private readonly byte[] head;
    private readonly int size;

    private CompoundSectors(Stream content, byte[] head, int size)
    {
        this.content = content;
        this.head = head;
        this.size = size;
    }

    public uint FirstOfDirectory => BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(48));

    private uint LinksPerSector => (uint)size / sizeof(uint);

    /// <summary>Null when the header is cut short or makes no sense.</summary>
    public static CompoundSectors? Of(Stream content, byte[] head) =>
        head.Length >= HeaderLength && BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30)) is var shift and (9 or 12) ? new(content, head, 1 << shift) : null;

    /// <summary>A whole sector; null when the file ends before.</summary>
    public async Task<byte[]?> ReadAsync(uint sector, CancellationToken cancellationToken)
    {
        if (sector > LastRegularSector) return null;
        var bytes = await content.ReadAtAsync((sector + 1L) * size, size, cancellationToken);
        return bytes.Length == size ? bytes : null;
    }

    /// <summary>The sector that follows another, or the end of the chain; null when the table does not say.</summary>
    public async Task<uint?> NextAsync(uint sector, CancellationToken cancellationToken) =>
        await TableAsync(sector / LinksPerSector, cancellationToken) is { } table ? await LinkAsync(table, sector % LinksPerSector, cancellationToken) : null;

    /// <summary>Where a part of the table stands: the header lists the first 109 parts (7 Mo of file), a chain of extensions the others.</summary>
    private async Task<uint?> TableAsync(uint part, CancellationToken cancellationToken)
    {
        if (part < TablesInHeader) return BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(FirstTable + (int)part * sizeof(uint)));
        var (hops, place) = Math.DivRem(part - TablesInHeader, LinksPerSector - 1);
        uint? extension = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(FirstExtension));
        if (hops > MostExtensions) return null;
        for (; hops > 0 && extension is { } at; hops--) extension = await LinkAsync(at, LinksPerSector - 1, cancellationToken);
        return extension is { } last ? await LinkAsync(last, place, cancellationToken) : null;
    }

    private async Task<uint?> LinkAsync(uint sector, uint place, CancellationToken cancellationToken) =>
        await ReadAsync(sector, cancellationToken) is { } links ? BinaryPrimitives.ReadUInt32LittleEndian(links.AsSpan((int)place * sizeof(uint))) : null;
}
