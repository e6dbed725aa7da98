using System.Security.Cryptography;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Archives;

/// <summary>The documents of a file as parts of its archive, each read once to see that it is still the one that was given.</summary>
internal sealed class ArchiveDocuments(IDocumentStore store)
{
    /// <summary>The parts by document; or the first that is gone or altered.</summary>
    public async Task<(Dictionary<Guid, ArchivePart> Parts, StoredDocument? Wrong)> ReadAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<Guid, ArchivePart>();
        foreach (var document in documents)
        {
            // One set aside as infected is named, with its digest, and not handed out.
            if (document.Scan == ScanState.Infected) continue;
            if (await HashAsync(document.StorageKey, cancellationToken) != document.Sha256) return ([], document);
            // A manifest writes « % » otherwise than it stands in a name.
            var path = $"{ArchiveLayout.Documents}{parts.Count + 1:000}-{FileName.Clean(document.FileName).Replace('%', '_')}";
            parts.Add(document.Id, new(path, document.Length, document.Sha256, cancellation => OpenAsync(document, cancellation)));
        }

        return (parts, null);
    }

    private async Task<string?> HashAsync(string key, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(key, cancellationToken) is not { } content) return null;
        await using (content) return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private async Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await store.OpenAsync(document.StorageKey, cancellationToken) ?? throw new IOException($"The content of document {document.Id} is gone.");
}
