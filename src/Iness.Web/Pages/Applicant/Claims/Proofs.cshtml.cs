using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>How the invoices are proved to be paid: each by itself, or all by a list that an accountant certifies.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class ProofsModel(InessDbContext db, SaveAccountantList save, TimeProvider time) : ClaimPage(db, time)
{
    /// <summary>The field of the list.</summary>
    public const string ListFile = "liste";

    private const string How = "facon";
    private const string Accountant = "comptable";
    private static readonly Choice[] Ways =
    [
        new("facture", "Facture par facture", "Mention du fournisseur, ou relevé bancaire."),
        new("liste", "Par une liste certifiée pour toutes", "Un tableau des paiements, daté et signé par votre expert-comptable ou votre commissaire aux comptes."),
    ];

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The lists given.</summary>
    public IReadOnlyList<StoredDocument> Given { get; private set; } = [];

    /// <summary>What is wrong with the list; null for nothing.</summary>
    public string? FileError => Form.Errors.FirstOrDefault(error => error.Name == ListFile)?.Message;

    /// <summary>Shows it.</summary>
    public Task OnGetAsync()
    {
        ClaimSeen = Claim.Version;
        return ShowAsync(Claim.IsAccountantListed switch { true => "liste", false => "facture", null => null }, Claim.AccountantName, []);
    }

    /// <summary>Saves how the payments are proved.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? liste)
    {
        var form = new FormReader(Request.Form);
        var way = form.Choice(How, Ways, "Choisissez comment prouver les paiements.");
        var isListed = way == "liste";
        var accountant = isListed ? form.Required(Accountant, ClaimedInvoice.LongestName, "Écrivez le nom de l'expert-comptable ou du commissaire aux comptes.") : null;
        if (form.Errors.Count == 0)
        {
            var saved = await save.ExecuteAsync(Application.Id, ClaimSeen, isListed, accountant, liste is null ? null : new SentFile(liste.FileName, liste.OpenReadStream), Me, HttpContext.RequestAborted);
            if (saved.IsDone) return Redirect($"{Home}/paiements");
            if (saved.Refusal is not (Casework.Refusal.Invalid or Casework.Refusal.Conflict)) return Elsewhere(saved, $"{Home}/paiements");
            if (saved.Refusal == Casework.Refusal.Conflict) ClaimSeen = Claim.Version;
            form.Refuse(saved.Refusal == Casework.Refusal.Conflict ? How : ListFile, saved.Message!);
        }

        await ShowAsync(way, Request.Form[Accountant], form.Errors);
        return Page();
    }

    private async Task ShowAsync(string? way, string? accountant, IReadOnlyList<FieldError> errors)
    {
        Form = new(
        [
            new RadiosField(How, "Comment prouvez-vous les paiements ?", Ways) { Value = way },
            new TextField(Accountant, "Pour une liste certifiée : nom de l'expert-comptable ou du commissaire aux comptes") { Value = accountant, MaxLength = ClaimedInvoice.LongestName, ShownWhen = $"{How}=liste" },
        ], errors);
        Given = await Db.Documents.AsNoTracking().Where(document => document.ApplicationId == Application.Id && document.Kind == nameof(DocumentKind.AccountantList) && document.RemovedAt == null)
            .OrderBy(document => document.UploadedAt).ToListAsync(HttpContext.RequestAborted);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
