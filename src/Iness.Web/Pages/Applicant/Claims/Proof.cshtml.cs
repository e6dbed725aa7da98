using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Claiming;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>How one invoice was paid, told beside its picture.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class ProofModel(InessDbContext db, SaveProof save, TimeProvider time) : ClaimPage(db, time)
{
    /// <summary>The field of the document.</summary>
    public const string FileField = "document";

    /// <summary>The invoice with its checks.</summary>
    public InvoiceChecks Invoice { get; private set; } = null!;

    /// <summary>Its file.</summary>
    public StoredDocument Document { get; private set; } = null!;

    /// <summary>The proof that is there; null for none.</summary>
    public StoredDocument? Given { get; private set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The version that the form was made from.</summary>
    public int Seen { get; private set; }

    /// <summary>Whether its file is drawn by the browser.</summary>
    public bool IsFramed => Document.Scan != ScanState.Infected && FileType.Of(Document.MediaType) is { ShowsInFrame: true };

    /// <summary>What is wrong with the document; null for nothing.</summary>
    public string? FileError => Form.Errors.FirstOrDefault(error => error.Name == FileField)?.Message;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid facture)
    {
        if (!await FindAsync(facture)) return NotFound();
        Form = new(ProofForm.Fields(ProofForm.Values(Invoice.Invoice)), []);
        return Page();
    }

    /// <summary>Saves it, then goes on to the next invoice without a proof.</summary>
    public async Task<IActionResult> OnPostAsync(Guid facture, int vu, IFormFile? document)
    {
        if (!await FindAsync(facture)) return NotFound();
        Seen = vu;
        var form = new FormReader(Request.Form);
        if (ProofForm.Read(form, Today) is { } proof)
        {
            var saved = await save.ExecuteAsync(Application.Id, facture, vu, proof, document is null ? null : new SentFile(document.FileName, document.OpenReadStream), Me, HttpContext.RequestAborted);
            if (saved.IsDone) return await NextAsync();
            if (saved.Refusal == Casework.Refusal.NotFound) return NotFound();
            if (saved.Refusal == Casework.Refusal.Conflict) Seen = Invoice.Invoice.Version;
            form.Refuse(saved.Refusal == Casework.Refusal.Conflict ? ProofForm.Kind : FileField, saved.Message!);
        }

        Form = new(ProofForm.Fields(form.Values), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private async Task<IActionResult> NextAsync()
    {
        await ReadClaimAsync();
        return Redirect(Review.Invoices.FirstOrDefault(one => one.Invoice is { IsCreditNote: false, Proof: null }) is { } next ? $"{Home}/paiements/{next.Invoice.Id}" : $"{Home}/paiements");
    }

    private async Task<bool> FindAsync(Guid facture)
    {
        if (Find(facture) is not { } found || await DocumentAsync(found.Invoice.DocumentId) is not { } document) return false;
        (Invoice, Document, Seen, Given) = (found, document, found.Invoice.Version, await DocumentAsync(found.Invoice.ProofDocumentId));
        return true;
    }
}
