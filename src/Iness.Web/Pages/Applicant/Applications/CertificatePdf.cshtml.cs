using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The same certificate as PDF, drawn when it is asked for; the letter itself when nothing can draw it.</summary>
public sealed class CertificatePdfModel(InessDbContext db, ReadCertificate read, IPdfRenderer renderer) : FiledPage(db)
{
    private const string Start = "<body>";
    private const string Apology = "<p><strong>Le PDF n’est pas disponible pour le moment. Voici la même attestation : votre navigateur peut l’imprimer ou l’enregistrer en PDF.</strong></p>";

    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await read.ExecuteAsync(Application.Id, HttpContext.RequestAborted) is not { } letter ? NotFound()
        : await renderer.RenderAsync(letter, HttpContext.RequestAborted) is PdfRendering.Rendered pdf ? File(pdf.Bytes.ToArray(), "application/pdf", $"attestation-de-minimis-{Application.Number}.pdf")
        : Content(letter.Replace(Start, Start + Apology, StringComparison.Ordinal), "text/html; charset=utf-8");
}
