using System.Security.Cryptography;

namespace Iness.Casework.Archives;

/// <summary>One file of an archive, its digest known before it is written.</summary>
/// <param name="Path">Where it stands in the archive.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Digest of those bytes, in hexadecimal.</param>
/// <param name="OpenAsync">Opens them.</param>
internal sealed record ArchivePart(string Path, long Length, string Sha256, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>A part that is small enough to be at hand.</summary>
    public static ArchivePart Of(string path, byte[] bytes) =>
        new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), _ => Task.FromResult<Stream>(new MemoryStream(bytes, writable: false)));
}
