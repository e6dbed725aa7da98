using Iness.Casework.Documents;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The invoices of a claim: dropped in, several at once. The electronic ones are read; the others are typed beside their picture.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class InvoicesModel(InessDbContext db, AddInvoice add, RemoveInvoice remove, TimeProvider time) : ClaimPage(db, time)
{
    /// <summary>The field of files.</summary>
    public const string Files = "factures";

    private const string NotesKey = "lecture";
    private readonly List<FieldError> errors = [];

    /// <summary>The files of the invoices.</summary>
    public IReadOnlyDictionary<Guid, StoredDocument> Documents { get; private set; } = new Dictionary<Guid, StoredDocument>();

    /// <summary>What is wrong with the files sent.</summary>
    public FormView Form => new([], errors);

    /// <summary>What to say of the files just added.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The invoices to type.</summary>
    public int ToType => Review.Invoices.Count(one => IsToType(one.Invoice));

    /// <summary>Whether an invoice was not typed yet.</summary>
    public static bool IsToType(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return invoice is { Number: null } or { NetTotal: null } or { Lines.Count: 0 };
    }

    /// <summary>The list.</summary>
    public async Task OnGetAsync()
    {
        Notes = TempData[NotesKey] is string notes ? notes.Split('\n') : [];
        await ShowAsync();
    }

    /// <summary>How the scans go, for the script.</summary>
    public async Task<IActionResult> OnGetStatesAsync()
    {
        await ShowAsync();
        return new JsonResult(Documents.Values.Select(file => new { id = file.Id, pending = file.Scan == ScanState.Pending, tag = file.Scan.Tag(), words = Typography.French(file.Scan.InFrench()) }));
    }

    /// <summary>Takes files in: those that are right are kept, the others are told one by one.</summary>
    public async Task<IActionResult> OnPostAddAsync(List<IFormFile> fichiers)
    {
        List<string> notes = [];
        if (fichiers.Count == 0) errors.Add(new(Files, "Choisissez au moins un fichier."));
        foreach (var file in fichiers)
        {
            var added = await add.ExecuteAsync(Application.Id, new(file.FileName, file.OpenReadStream), Me, HttpContext.RequestAborted);
            if (added.Refusal == Casework.Refusal.NotFound) return NotFound();
            if (!added.IsDone) errors.Add(new(Files, added.Message!));
            else if (added.Value.Note is { } note) notes.Add(note);
        }

        if (Request.Headers.XRequestedWith == "XMLHttpRequest") return new JsonResult(new { errors = errors.Select(error => Typography.French(error.Message)), notes = notes.Select(Typography.French) });
        if (errors.Count == 0)
        {
            if (notes.Count > 0) TempData[NotesKey] = string.Join('\n', notes);
            return Redirect($"{Home}/factures");
        }

        Notes = notes;
        await ReadClaimAsync();
        await ShowAsync();
        return Page();
    }

    /// <summary>Takes an invoice out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid facture) => await remove.ExecuteAsync(Application.Id, facture, Me, HttpContext.RequestAborted) is { IsDone: false } refused
        ? Elsewhere(refused, $"{Home}/factures")
        : Redirect($"{Home}/factures");

    private async Task ShowAsync()
    {
        var ids = Review.Invoices.Select(one => one.Invoice.DocumentId).ToList();
        Documents = await Db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, HttpContext.RequestAborted);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
