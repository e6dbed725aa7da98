using System.Globalization;
using Iness.Casework.Review.Worklist;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>The whole of a list as a file, written as it is read.</summary>
public abstract class ExportPage(ExportFiles export, TimeProvider time, ExportFormat format, string mediaType) : PageModel
{
    /// <summary>Writes it; an address that cannot be read goes back to the list, which says why.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var asked = WorklistAddress.Of(Request, User.AccountId()!.Value);
        if (asked.Errors.Count > 0) return Redirect(WorklistAddress.Path + Request.QueryString);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"dossiers-{time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{format.ToString().ToLowerInvariant()}");
        Response.ContentType = mediaType;
        Response.Headers.ContentDisposition = name.ToString();
        Response.Headers.CacheControl = "private, no-store";
        // Parts of a workbook are closed as they are compressed, which .NET does without waiting for the network.
        if (format == ExportFormat.Xlsx && HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await export.ExecuteAsync(asked.Filter, asked.Sort, asked.IsDescending, format, User.Actor(), Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
