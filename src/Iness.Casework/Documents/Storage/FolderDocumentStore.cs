using System.Buffers;
using System.Security.Cryptography;

namespace Iness.Casework.Documents.Storage;

/// <summary>Documents in a folder of the server, under names that nobody chooses.</summary>
internal sealed class FolderDocumentStore : IDocumentStore
{
    private const string Incoming = "incoming";
    private const int BufferSize = 128 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>No upload lasts this long: what lies there still was left by a crash.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    private readonly string folder;

    public FolderDocumentStore(string folder, TimeProvider time)
    {
        this.folder = Path.GetFullPath(folder);
        DurableFolder.Create(Path.Combine(this.folder, Incoming));
        var before = time.GetUtcNow() - LongestUpload;
        foreach (var file in new DirectoryInfo(Path.Combine(this.folder, Incoming)).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < before.UtcDateTime) file.Delete();
        }
    }

    public async Task<StoreAnswer> WriteAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var key = DocumentKey.New();
        var incoming = Path.Combine(folder, Incoming, key);
        try
        {
            if (await CopyAsync(content, incoming, limit, cancellationToken) is not var (length, hash)) return new StoreAnswer.TooLarge(limit);
            var place = PathOf(key);
            DurableFolder.Create(Path.GetDirectoryName(place)!);
            File.Move(incoming, place);
            DurableFolder.Flush(Path.GetDirectoryName(place)!);
            return new StoreAnswer.Stored(new(key, length, hash));
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = PathOf(key);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(place, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = PathOf(key);
        if (!File.Exists(place)) return Task.FromResult(false);
        File.Delete(place);
        DurableFolder.Flush(Path.GetDirectoryName(place)!);
        return Task.FromResult(true);
    }

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(File.Exists(PathOf(key)));
    }

    /// <summary>Null when the content exceeds the limit.</summary>
    private static async Task<(long Length, string Hash)?> CopyAsync(Stream content, string path, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var length = 0L;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > limit) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private string PathOf(string key) => Path.Combine(folder, DocumentKey.PathOf(key));
}
