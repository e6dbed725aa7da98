using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The same certificate as PDF, drawn when it is asked for; the letter itself when nothing can draw it.</summary>
public sealed class CertificatePdfModel(InessDbContext db, ReadCertificate read, IPdfRenderer renderer) : FiledPage(db)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await read.ExecuteAsync(Application.Id, HttpContext.RequestAborted) is { } letter
            ? await LetterPdf.AnswerAsync(HttpContext, renderer, letter, $"attestation-de-minimis-{Application.Number}.pdf")
            : NotFound();
}
