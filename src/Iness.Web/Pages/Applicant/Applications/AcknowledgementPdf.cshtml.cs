using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The acknowledgement of receipt as PDF, drawn from the letter stored; the letter itself when nothing can draw it.</summary>
public sealed class AcknowledgementPdfModel(InessDbContext db, IPdfRenderer renderer) : FiledPage(db)
{
    private const string Start = "<body>";
    private const string Apology = "<p><strong>Le PDF n’est pas disponible pour le moment. Voici la même lettre : votre navigateur peut l’imprimer ou l’enregistrer en PDF.</strong></p>";

    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await FilingAsync() is not { } filing) return NotFound();
        return await renderer.RenderAsync(filing.Acknowledgement, HttpContext.RequestAborted) switch
        {
            PdfRendering.Rendered pdf => File(pdf.Bytes.ToArray(), "application/pdf", $"accuse-de-reception-{Application.Number}.pdf"),
            _ => Content(filing.Acknowledgement.Replace(Start, Start + Apology, StringComparison.Ordinal), "text/html; charset=utf-8"),
        };
    }
}
