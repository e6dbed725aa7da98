using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The certificate of the de minimis aid granted, for whoever grants the beneficiary another.</summary>
public sealed class CertificateModel(InessDbContext db, ReadCertificate read) : FiledPage(db)
{
    /// <summary>The letter.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await read.ExecuteAsync(Application.Id, HttpContext.RequestAborted) is { } letter ? Content(letter, "text/html; charset=utf-8") : NotFound();
}
