using System.IO.Compression;
using System.Security.Cryptography;

namespace Iness.Casework.Archives;

/// <summary>An archive that is noted and ready to be written: every digest in it is known.</summary>
public sealed class PreparedArchive
{
    private readonly IReadOnlyList<ArchivePart> parts;
    private readonly DateTimeOffset at;

    internal PreparedArchive(string number, DateTimeOffset at, DateOnly day, IReadOnlyList<ArchivePart> payload)
    {
        (Number, this.at) = (number, at);
        ArchivePart[] tags =
        [
            ArchivePart.Of(ArchiveLayout.Declaration, RowJson.Utf8(ArchiveLayout.DeclarationText)),
            ArchivePart.Of(ArchiveLayout.Description, RowJson.Utf8(ArchiveLayout.DescriptionText(number, day, payload))),
            ArchivePart.Of(ArchiveLayout.Manifest, RowJson.Utf8(ArchiveLayout.ManifestText(payload))),
        ];
        var list = ArchivePart.Of(ArchiveLayout.TagManifest, RowJson.Utf8(ArchiveLayout.ManifestText(tags)));
        (parts, ManifestSha256) = ([.. tags, list, .. payload], list.Sha256);
    }

    /// <summary>Number of the file, which is the name of the archive.</summary>
    public string Number { get; }

    /// <summary>Digest of the list of digests that leads to all the others: noted elsewhere, it tells whether anything in the archive was touched.</summary>
    public string ManifestSha256 { get; }

    /// <summary>Writes the ZIP as it goes, never whole in memory.</summary>
    /// <exception cref="IOException">A document is no longer the one whose digest was noted: what was written is no archive.</exception>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var part in parts)
        {
            var entry = zip.CreateEntry($"{Number}/{part.Path}");
            entry.LastWriteTime = at;
            await using var content = await part.OpenAsync(cancellationToken);
            using var sha256 = SHA256.Create();
            await using (var target = await entry.OpenAsync(cancellationToken))
            {
                await using var hashed = new CryptoStream(target, sha256, CryptoStreamMode.Write, leaveOpen: true);
                await content.CopyToAsync(hashed, cancellationToken);
            }

            if (Convert.ToHexStringLower(sha256.Hash!) != part.Sha256) throw new IOException($"{part.Path} changed while it was archived.");
        }
    }
}
