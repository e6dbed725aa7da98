namespace Iness.Casework.Documents.Kinds;

/// <summary>What a look at a content says: a type, or why not.</summary>
internal readonly record struct Content(FileType? Type, FileRefusal Refusal)
{
    public static readonly Content Unknown = new(null, FileRefusal.NotAccepted);
    public static readonly Content Damaged = new(null, FileRefusal.Damaged);
    public static readonly Content Macros = new(null, FileRefusal.Macros);
    public static readonly Content Encrypted = new(null, FileRefusal.Encrypted);

    public static Content Of(FileType type) => new(type, default);
}

/// <summary>Bounded reading of a content at chosen places.</summary>
internal static class ContentReading
{
    /// <summary>The bytes at a place, fewer when the content ends before.</summary>
    public static async Task<byte[]> ReadAtAsync(this Stream content, long position, int count, CancellationToken cancellationToken)
    {
        if (position < 0 || position >= content.Length) return [];
        content.Position = position;
        var bytes = new byte[Math.Min(count, content.Length - position)];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>The last bytes.</summary>
    public static Task<byte[]> ReadTailAsync(this Stream content, int count, CancellationToken cancellationToken) =>
        content.ReadAtAsync(Math.Max(0, content.Length - count), count, cancellationToken);
}
