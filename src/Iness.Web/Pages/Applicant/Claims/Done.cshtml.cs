using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The claim is filed: what comes next.</summary>
public sealed class DoneModel(InessDbContext db, TimeProvider time) : ClaimPage(db, time)
{
    /// <inheritdoc/>
    protected override bool IsForOpenClaims => false;

    /// <summary>Shows it, once filed.</summary>
    public IActionResult OnGet() => Claim.FiledAt is null ? Redirect(Home) : Page();
}
