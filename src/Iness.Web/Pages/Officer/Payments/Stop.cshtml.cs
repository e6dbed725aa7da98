using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>A lead officer takes a validated payment back, with a reason, until it is in a batch for the accountant.</summary>
[Needs(Right.ValidatePayments)]
public sealed class StopModel(InessDbContext db, TimeProvider time, StopPayment stop) : PaymentPage(db, time)
{
    private const string ReasonField = "motif";

    /// <summary>The batch it waits in; null for none.</summary>
    public string? Batch { get; private set; }

    /// <summary>Whether it may be taken back.</summary>
    public bool MayStop => Batch is null && May(FileAction.StopPayment);

    /// <summary>Asks why.</summary>
    public async Task OnGetAsync()
    {
        await ShowAsync();
        Form = new(Fields(null), []);
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Request.Form[ReasonField].ToString().ReplaceLineEndings("\n");
        var outcome = await stop.ExecuteAsync(Application.Id, Seen, typed, Me, Stop);
        if (outcome.IsDone) return Told(outcome, "Le versement est repris : il sera préparé et validé de nouveau.", Payment);
        var answer = await RefusedAsync(outcome, Fields(typed), ReasonField);
        await ShowAsync();
        return answer;
    }

    private async Task ShowAsync()
    {
        ViewData["Heading"] = "Reprendre le versement";
        Batch = await StopPayment.BatchAsync(Db, Review.Claim.Id, Stop);
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(ReasonField, "Pourquoi ?", "Les agents de la Région le liront ; le bénéficiaire ne le voit pas.") { Value = typed, Rows = 4, MaxLength = PaymentClaim.LongestText }];
}
