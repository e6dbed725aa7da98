using System.Net.Mime;
using Iness.Casework.Letters;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Infrastructure;

/// <summary>A letter as PDF; the letter itself, with a word that says so, where nothing can draw it.</summary>
internal static class LetterPdf
{
    private const string Start = "<body>";
    private const string Apology = "<p><strong>Le PDF n’est pas disponible pour le moment. Voici le même texte : votre navigateur peut l’imprimer ou l’enregistrer en PDF.</strong></p>";

    /// <summary>Draws a letter for whoever asked.</summary>
    public static async Task<IActionResult> AnswerAsync(HttpContext context, IPdfRenderer renderer, string letter, string fileName) =>
        await renderer.RenderAsync(letter, context.RequestAborted) is PdfRendering.Rendered pdf
            ? new FileContentResult(pdf.Bytes.ToArray(), MediaTypeNames.Application.Pdf) { FileDownloadName = fileName }
            : Instead(letter);

    /// <summary>The letter in place of its PDF.</summary>
    public static ContentResult Instead(string letter) =>
        new() { Content = letter.Replace(Start, Start + Apology, StringComparison.Ordinal), ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8" };
}
