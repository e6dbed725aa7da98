using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>Draws as PDF, once, a letter that was kept as HTML alone because nothing could draw it then. Two nodes that draw it at once keep the first.</summary>
public sealed class DrawLetter(InessDbContext db, IPdfRenderer renderer, IDocumentStore store)
{
    private static readonly string HtmlEnding = ".html";

    /// <summary>The letters kept as HTML alone, the last first.</summary>
    public IQueryable<StoredDocument> Undrawn() => db.Documents.AsNoTracking()
        .Where(html => (html.Kind == MissingItemsLetter.Kind || html.Kind == KeptLetterKinds.Lapse) && html.MediaType == KeepLetter.Html && html.RemovedAt == null && html.ApplicationId != null
            && !db.Documents.Any(pdf => pdf.ApplicationId == html.ApplicationId && pdf.FileName == html.FileName.Replace(HtmlEnding, ".pdf") && pdf.Kind == html.Kind))
        .OrderByDescending(html => html.UploadedAt);

    /// <summary>Draws one; null once there is its PDF, else why there is none.</summary>
    public async Task<PdfUnavailability?> ExecuteAsync(StoredDocument html, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (await store.OpenAsync(html.StorageKey, cancellationToken) is not { } content) return PdfUnavailability.Failed;
        using var reader = new StreamReader(content, Encoding.UTF8);
        var rendering = await renderer.RenderAsync(await reader.ReadToEndAsync(cancellationToken), cancellationToken);
        if (rendering is not PdfRendering.Rendered pdf) return ((PdfRendering.Unavailable)rendering).Reason;
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        if (await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is not StoreAnswer.Stored(var stored)) return PdfUnavailability.Failed;
        await KeepAsync(html, stored, cancellationToken);
        return null;
    }

    private async Task KeepAsync(StoredDocument html, StoredContent content, CancellationToken cancellationToken)
    {
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(html.ApplicationId!.Value, cancellationToken);
            if (!await Undrawn().AnyAsync(found => found.Id == html.Id, cancellationToken)) return;
            db.Add(new StoredDocument
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = html.OrganisationId,
                ApplicationId = html.ApplicationId,
                Kind = html.Kind,
                FileName = html.FileName.Replace(HtmlEnding, ".pdf", StringComparison.Ordinal),
                MediaType = FileType.Pdf.MediaType,
                Length = content.Length,
                Sha256 = content.Sha256,
                StorageKey = content.Key,
                // The letter is of that day, whatever the day it is drawn.
                UploadedAt = html.UploadedAt,
                UploadedBy = null,
                // Made here, from nothing that came from outside.
                Scan = ScanState.Clean,
            });
            await db.CommitAsync(new(Actor.System, "LetterDrawn", Act.Application(html.ApplicationId.Value)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
        }
        finally
        {
            db.ChangeTracker.Clear();
            if (!isNoted) await store.DeleteAsync(content.Key, CancellationToken.None);
        }
    }
}
