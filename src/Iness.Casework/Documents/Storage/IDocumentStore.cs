namespace Iness.Casework.Documents.Storage;

/// <summary>Where the content of documents is kept. A key is the store's own: it says nothing of the file or of its owner.</summary>
public interface IDocumentStore
{
    /// <summary>Keeps a content as it comes, never whole in memory, and measures it on its way. Once answered, it survives a power cut.</summary>
    /// <param name="content">The content, read to its end or to one byte beyond the limit.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <param name="cancellationToken">Gives up, and keeps nothing.</param>
    Task<StoreAnswer> WriteAsync(Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>Opens a content for reading, from any position; null when the store holds none under this key.</summary>
    /// <exception cref="ArgumentException">The key is none of this store's.</exception>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes a content for ever; false when there was none.</summary>
    /// <exception cref="ArgumentException">The key is none of this store's.</exception>
    Task<bool> DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Whether the store holds a content under this key.</summary>
    /// <exception cref="ArgumentException">The key is none of this store's.</exception>
    Task<bool> ExistsAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What became of a content given to the store.</summary>
public abstract record StoreAnswer
{
    private StoreAnswer()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Content">Under which key, and what it measures.</param>
    public sealed record Stored(StoredContent Content) : StoreAnswer;

    /// <summary>It has more bytes than allowed: nothing is kept of it.</summary>
    /// <param name="Limit">The most bytes allowed.</param>
    public sealed record TooLarge(long Limit) : StoreAnswer;
}

/// <summary>A content that the store keeps.</summary>
/// <param name="Key">The store's key.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256 of those bytes, 64 hexadecimal digits in lower case.</param>
public sealed record StoredContent(string Key, long Length, string Sha256);
