using Iness.Casework.Documents;
using Iness.Casework.Documents.Invoices;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Web.Claiming;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>One invoice: what was read in it, or what is typed beside its picture.</summary>
public sealed class InvoiceModel(InessDbContext db, SaveInvoice save, ReadStoredInvoice read, TimeProvider time) : ClaimPage(db, time)
{
    private const string More = "plus";

    /// <summary>The invoice with its checks.</summary>
    public InvoiceChecks Invoice { get; private set; } = null!;

    /// <summary>Its file.</summary>
    public StoredDocument Document { get; private set; } = null!;

    /// <summary>What its file states; null when it is no electronic invoice.</summary>
    public ElectronicInvoice? Read { get; private set; }

    /// <summary>The form of the whole.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The form of each line.</summary>
    public IReadOnlyList<FormView> Lines { get; private set; } = [];

    /// <summary>How many lines are shown.</summary>
    public int Count => Lines.Count;

    /// <summary>The version that the form was made from.</summary>
    public int Seen { get; private set; }

    /// <summary>What is wrong in all of it.</summary>
    public FormView Summary => new([.. Form.Fields, .. Lines.SelectMany(line => line.Fields)], Form.Errors);

    /// <summary>Whether its file is drawn by the browser.</summary>
    public bool IsFramed => Document.Scan != ScanState.Infected && FileType.Of(Document.MediaType) is { ShowsInFrame: true };

    private bool HasSubscriptions => Review.Granted.Costs.Any(cost => cost.Line.Nature == CostNature.Subscription);

    /// <summary>The form as it was left.</summary>
    public async Task<IActionResult> OnGetAsync(Guid facture)
    {
        if (!await FindAsync(facture)) return NotFound();
        Show(InvoiceForm.Values(Invoice.Invoice), []);
        return Page();
    }

    /// <summary>Saves it, then goes on to the next invoice to type; nothing typed is lost on the way.</summary>
    public async Task<IActionResult> OnPostAsync(Guid facture, int vu)
    {
        if (!await FindAsync(facture)) return NotFound();
        Seen = vu;
        var form = new FormReader(Request.Form);
        if (Request.Form.ContainsKey(More)) return Again(form, InvoiceLineForm.AddMore, []);
        if (InvoiceForm.Read(form, Today, HasSubscriptions) is not { } typed) return Again(form, null, form.Errors);
        var saved = await save.ExecuteAsync(Application.Id, facture, vu, typed, Me, HttpContext.RequestAborted);
        if (saved.Refusal == Casework.Refusal.NotFound) return NotFound();
        // What was typed stays in its fields, over what the page now knows.
        if (saved.Refusal == Casework.Refusal.Conflict) Seen = Invoice.Invoice.Version;
        if (!saved.IsDone) return Again(form, null, [new(InvoiceForm.Kind, saved.Message!)]);
        await ReadClaimAsync();
        return Redirect(Review.Invoices.FirstOrDefault(one => InvoicesModel.IsToType(one.Invoice)) is { } next ? $"{Home}/factures/{next.Invoice.Id}" : $"{Home}/factures#facture-{facture}");
    }

    private async Task<bool> FindAsync(Guid facture)
    {
        if (Find(facture) is not { } found || await DocumentAsync(found.Invoice.DocumentId) is not { } document) return false;
        (Invoice, Document, Seen) = (found, document, found.Invoice.Version);
        Read = await read.ExecuteAsync(document, HttpContext.RequestAborted);
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(FormReader form, Action<Dictionary<string, StringValues>>? change, IReadOnlyList<FieldError> errors)
    {
        var values = new Dictionary<string, StringValues>(form.Values, StringComparer.Ordinal);
        change?.Invoke(values);
        Show(values, errors);
        return Page();
    }

    private void Show(IReadOnlyDictionary<string, StringValues> values, IReadOnlyList<FieldError> errors)
    {
        Form = new(InvoiceForm.Fields(values, Application.CreatedOn, Read), errors);
        Lines = [.. InvoiceLineForm.Fields(values, HasSubscriptions).Select(fields => new FormView(fields, errors))];
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
