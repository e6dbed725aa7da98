using System.Net.Mime;
using Iness.Casework.Accounts;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account.Data;

/// <summary>One's own data: what they are, and a copy of them.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    /// <summary>Explains.</summary>
    public void OnGet() => ViewData["Section"] = "account";

    /// <summary>Sends the copy, written as it goes.</summary>
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportPersonalData export)
    {
        // The ZIP is written asynchronously but for the few bytes that open and close each of its entries.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        Response.ContentType = MediaTypeNames.Application.Zip;
        Response.Headers.ContentDisposition = "attachment; filename=\"iness-mes-donnees.zip\"";
        await export.ExecuteAsync(User.AccountId()!.Value, Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
