using Iness.Casework.Documents.Kinds;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>The bank account beside its RIB: an officer checks it, a second one confirms a change, either refuses it.</summary>
[Needs(Right.PreparePayments)]
public sealed class AccountModel(InessDbContext db, TimeProvider time, CheckBankAccount check) : PaymentPage(db, time)
{
    private const string ReasonField = "motif";

    /// <summary>The RIB; null when it is no longer there.</summary>
    public Casework.Documents.StoredDocument? Rib { get; private set; }

    /// <summary>Whether it can be drawn in a frame.</summary>
    public bool IsFramed => Rib is { Scan: not Casework.Documents.ScanState.Infected } document && FileType.Of(document.MediaType) is { ShowsInFrame: true };

    /// <summary>Browsers refuse to draw a PDF in a sandbox; its own headers let it load nothing.</summary>
    public bool IsSandboxed => Rib?.MediaType != FileType.Pdf.MediaType;

    private Guid AccountSeen => Guid.TryParse(Request.Form["compte"], out var id) ? id : Guid.Empty;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        await ShowAsync();
        Form = new(Fields(null), []);
    }

    /// <summary>Checks it.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        Told(await check.ExecuteAsync(Application.Id, AccountSeen, Seen, Me, Stop), "Le compte bancaire est vérifié.", $"{Payment}/compte");

    /// <summary>Confirms a change.</summary>
    public async Task<IActionResult> OnPostConfirmAsync() =>
        Told(await check.ConfirmAsync(Application.Id, AccountSeen, Seen, Me, Stop), "Le changement de compte est confirmé ; chaque membre de la structure en est prévenu.", $"{Payment}/compte");

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync()
    {
        var typed = Request.Form[ReasonField].ToString().ReplaceLineEndings("\n");
        var outcome = await check.RefuseAsync(Application.Id, AccountSeen, Seen, typed, Me, Stop);
        if (outcome.IsDone) return Told(outcome, "Le compte est refusé ; le bénéficiaire en est prévenu.", Payment);
        var answer = await RefusedAsync(outcome, Fields(typed), ReasonField);
        await ShowAsync();
        return answer;
    }

    private async Task ShowAsync()
    {
        ViewData["Heading"] = "Compte bancaire du bénéficiaire";
        Rib = HasClaim && Review.Account is { } account ? await FileDocuments.FindAsync(Db, Application, account.DocumentId, Stop) : null;
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(ReasonField, "Pourquoi ?", "Le bénéficiaire le lira.") { Value = typed, Rows = 3, MaxLength = PaymentClaim.LongestText }];
}
