using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>One invoice beside its document: an officer retains or deducts its lines.</summary>
[Needs(Right.PreparePayments)]
public sealed class InvoiceModel(InessDbContext db, TimeProvider time, RetainLines retain) : PaymentPage(db, time)
{
    private const string Whole = "tout";

    /// <summary>The invoice with its checks.</summary>
    public InvoiceChecks Checks { get; private set; } = null!;

    /// <summary>The lines as they are filled in.</summary>
    public InvoiceForm Lines { get; private set; } = null!;

    /// <summary>The document beside: the invoice, or its proof of payment.</summary>
    public StoredDocument? Shown { get; private set; }

    /// <summary>Whether it can be drawn in a frame.</summary>
    public bool IsFramed => Shown is { Scan: not ScanState.Infected } document && FileType.Of(document.MediaType) is { ShowsInFrame: true };

    /// <summary>Browsers refuse to draw a PDF in a sandbox; its own headers let it load nothing.</summary>
    public bool IsSandboxed => Shown?.MediaType != FileType.Pdf.MediaType;

    private ClaimedInvoice Invoice => Checks.Invoice;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid invoice, string? voir)
    {
        if (!await FindAsync(invoice, voir)) return NotFound();
        Lines = InvoiceForm.Of(Invoice);
        Seen = Review.Claim.Version;
        return Page();
    }

    /// <summary>Retains its lines.</summary>
    public async Task<IActionResult> OnPostAsync(Guid invoice, string? voir, string? etape)
    {
        if (!await FindAsync(invoice, voir)) return NotFound();
        Lines = InvoiceForm.Read(Invoice, Request.Form);
        if (etape != Whole && Lines.Errors.Count > 0) return Again([], Lines.Errors);
        var outcome = await retain.ExecuteAsync(Application.Id, Seen, invoice, etape == Whole ? InvoiceForm.Whole(Invoice) : Lines.Retentions, Me, Stop);
        if (outcome.IsDone) return Told(outcome, "Les lignes de la facture sont enregistrées.", $"{Payment}#facture-{invoice}");
        var answer = await RefusedAsync(outcome, [], Obstacle);
        // Told once: sent again, it is for the claim as it is now.
        if (HasClaim) Seen = Review.Claim.Version;
        return HasClaim && await FindAsync(invoice, voir) ? answer : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, string? shown)
    {
        ViewData["Heading"] = "Examiner une facture";
        if (Review.Check.Invoices.FirstOrDefault(found => found.Invoice.Id == id) is not { } checks) return false;
        Checks = checks;
        Shown = await FileDocuments.FindAsync(Db, Application, shown == "preuve" && Invoice.ProofDocumentId is { } proof ? proof : Invoice.DocumentId, Stop);
        return true;
    }
}
