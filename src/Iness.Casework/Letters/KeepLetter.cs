using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Letters;

/// <summary>
/// Keeps a letter as documents that the system made: its HTML always, its PDF where a program draws it. The contents come first; whoever
/// asks notes the documents in its own transaction, or gives the contents up.
/// </summary>
public sealed class KeepLetter(IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>Media type of the letter as it is kept always.</summary>
    internal const string Html = "text/html";

    /// <summary>Stores the contents; the documents, not noted yet, the one to send first.</summary>
    /// <param name="application">What it is about.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="kind">Kind of its documents.</param>
    /// <param name="name">Name of its files, without their ending.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<StoredDocument>> ExecuteAsync(Application application, Letter letter, string kind, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        var html = LetterHtml.Write(letter);
        List<StoredDocument> kept = [];
        if (await renderer.RenderAsync(html, cancellationToken) is PdfRendering.Rendered pdf)
            kept.Add(await WriteAsync(application, pdf.Bytes.ToArray(), kind, $"{name}.pdf", FileType.Pdf.MediaType, cancellationToken));
        kept.Add(await WriteAsync(application, Encoding.UTF8.GetBytes(html), kind, $"{name}.html", Html, cancellationToken));
        return kept;
    }

    /// <summary>Forgets contents that were not noted.</summary>
    public async Task GiveUpAsync(IEnumerable<StoredDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents) await store.DeleteAsync(document.StorageKey, CancellationToken.None);
    }

    private async Task<StoredDocument> WriteAsync(Application application, byte[] bytes, string kind, string name, string mediaType, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes);
        var stored = await store.WriteAsync(content, DrawnDocument.Largest, cancellationToken) as StoreAnswer.Stored ?? throw new InvalidOperationException("A letter is larger than any letter.");
        return DrawnDocument.Of(application, stored.Content, kind, name, time.Instant(), mediaType);
    }
}
