using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The acknowledgement of receipt of the claim, as it was kept when it was filed.</summary>
public sealed class ReceiptModel(InessDbContext db, TimeProvider time) : ClaimPage(db, time)
{
    /// <inheritdoc/>
    protected override bool IsForOpenClaims => false;

    /// <summary>The letter, as it is.</summary>
    public IActionResult OnGet() => Claim.Receipt is { } receipt ? Content(receipt, "text/html; charset=utf-8") : NotFound();
}
