using Iness.Casework.OpenData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Iness.Web.Pages.Public;

/// <summary>The grants in force as open data (SCDL « subventions » 2.1.1), written as they are read. The address is for ever.</summary>
public sealed class OpenDataCsvModel(WriteOpenGrants write) : PageModel
{
    /// <summary>Writes them; whoever has this state already is told so.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var stamp = await write.StampAsync(stop);
        // The same grants may be written in another order of bytes by a later version of the portal: a weak tag.
        var tag = new EntityTagHeaderValue($"\"{stamp.Tag}\"", isWeak: true);
        var headers = Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = stamp.Latest is { } latest ? new DateTimeOffset(latest) : null;
        headers.CacheControl = new() { Public = true, MaxAge = WriteOpenGrants.Fresh };
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))) return StatusCode(StatusCodes.Status304NotModified);

        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName("subventions.csv");
        headers.ContentDisposition = name;
        Response.ContentType = "text/csv; charset=utf-8";
        if (!HttpMethods.IsHead(Request.Method)) await write.ExecuteAsync(Response.Body, stop);
        return new EmptyResult();
    }
}
