using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The acknowledgement of receipt, as it was stored when the application was filed.</summary>
public sealed class AcknowledgementModel(InessDbContext db) : FiledPage(db)
{
    /// <summary>The letter, as it is.</summary>
    public async Task<IActionResult> OnGetAsync() => await FilingAsync() is { } filing ? Content(filing.Acknowledgement, "text/html; charset=utf-8") : NotFound();
}
