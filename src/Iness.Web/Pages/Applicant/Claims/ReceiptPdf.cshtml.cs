using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The acknowledgement of receipt of the claim as PDF, drawn from the letter that was kept.</summary>
public sealed class ReceiptPdfModel(InessDbContext db, IPdfRenderer renderer, TimeProvider time) : ClaimPage(db, time)
{
    /// <inheritdoc/>
    protected override bool IsForOpenClaims => false;

    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        Claim.Receipt is { } receipt ? await LetterPdf.AnswerAsync(HttpContext, renderer, receipt, $"accuse-de-reception-versement-{Application.Number}.pdf") : NotFound();
}
