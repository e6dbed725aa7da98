using Iness.Casework.Documents;
using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The bank account to pay on, with its RIB.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class AccountModel(InessDbContext db, GiveBankAccount give, TimeProvider time) : ClaimPage(db, time)
{
    /// <summary>The field of the RIB.</summary>
    public const string Rib = "rib";

    private const string Holder = "titulaire";
    private const string IbanField = "iban";
    private const string BicField = "bic";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The account of this claim; null until given.</summary>
    public BankAccount? Given { get; private set; }

    /// <summary>Its RIB.</summary>
    public StoredDocument? Document { get; private set; }

    /// <summary>The account confirmed before; null for none.</summary>
    public BankAccount? Confirmed { get; private set; }

    /// <summary>What is wrong with the RIB; null for nothing.</summary>
    public string? FileError => Form.Errors.FirstOrDefault(error => error.Name == Rib)?.Message;

    /// <summary>Shows it: the one given, else the one confirmed before.</summary>
    public async Task OnGetAsync()
    {
        await FindAsync();
        var known = Given ?? Confirmed;
        Show(known?.Holder ?? Application.Organisation!.Name, known is null ? null : Iban.TryParse(known.Iban, out var iban, out _) ? iban.Spaced : known.Iban, known?.Bic, []);
    }

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? rib)
    {
        await FindAsync();
        var form = new FormReader(Request.Form);
        var holder = form.Required(Holder, ClaimedInvoice.LongestName, "Écrivez le titulaire du compte, comme sur le RIB.");
        if (!Iban.TryParse(Request.Form[IbanField], out _, out var why)) form.Refuse(IbanField, why);
        if (Bic.Parse(Request.Form[BicField]) is null) form.Refuse(BicField, "Écrivez le BIC en 8 ou 11 caractères, comme sur le RIB.");
        if (form.Errors.Count == 0)
        {
            var given = await give.ExecuteAsync(
                Application.Id, new(holder!, Request.Form[IbanField]!, Request.Form[BicField]!), rib is null ? null : new SentFile(rib.FileName, rib.OpenReadStream), Me, HttpContext.RequestAborted);
            if (given.IsDone) return Redirect($"{Home}/aides");
            if (given.Refusal != Casework.Refusal.Invalid) return Elsewhere(given, $"{Home}/compte");
            form.Refuse(Rib, given.Message!);
        }

        Show(Request.Form[Holder], Request.Form[IbanField], Request.Form[BicField], form.Errors);
        return Page();
    }

    private async Task FindAsync()
    {
        Given = await Db.BankAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == Claim.BankAccountId && account.OrganisationId == Application.OrganisationId, HttpContext.RequestAborted);
        Confirmed = await Db.ConfirmedAccountAsync(Application.OrganisationId, HttpContext.RequestAborted);
        if (Given is not null) Document = await Db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == Given.DocumentId, HttpContext.RequestAborted);
    }

    private void Show(string? holder, string? iban, string? bic, IReadOnlyList<FieldError> errors)
    {
        Form = new(
        [
            new TextField(Holder, "Titulaire du compte", "Comme sur le RIB. Le compte est au nom de la structure, pas à celui d'une personne.") { Value = holder, MaxLength = ClaimedInvoice.LongestName },
            new TextField(IbanField, "IBAN", "En France, 27 caractères qui commencent par FR. Les espaces ne comptent pas.") { Value = iban, MaxLength = 60 },
            new TextField(BicField, "BIC", "8 ou 11 caractères, par exemple AGRIFRPP882.") { Value = bic, MaxLength = 20, Width = "input--width-20" },
        ], errors);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
