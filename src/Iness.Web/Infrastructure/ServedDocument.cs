using System.Net.Mime;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Iness.Web.Infrastructure;

/// <summary>Gives the content of a document to a browser as something that can neither run nor reach anything of the portal.</summary>
internal static class ServedDocument
{
    private static readonly object PolicyKey = new();

    /// <summary>The answer that streams it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="document">What is known of it.</param>
    /// <param name="content">Its content.</param>
    /// <param name="isShown">Shown in the browser rather than saved.</param>
    public static FileStreamResult Answer(HttpContext context, StoredDocument document, Stream content, bool isShown)
    {
        context.Items[PolicyKey] = !isShown ? SecurityHeaders.Kept : document.MediaType == FileType.Pdf.MediaType ? SecurityHeaders.ShownPdf : SecurityHeaders.Shown;
        var disposition = new ContentDispositionHeaderValue(isShown ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(document.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        return new(content, FileType.Of(document.MediaType) is { IsText: true } ? $"{document.MediaType}; charset=utf-8" : document.MediaType);
    }

    /// <summary>The headers of this answer; null when it is no document.</summary>
    public static HeaderPolicyCollection? Policy(HttpContext context) => context.Items.TryGetValue(PolicyKey, out var policy) ? (HeaderPolicyCollection?)policy : null;
}
