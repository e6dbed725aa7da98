using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Applying.Sections;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>Asks the beneficiary for what the claim lacks: proposed, changed, read again as the letter, then sent.</summary>
[Needs(Right.PreparePayments)]
public sealed class ItemsModel(InessDbContext db, TimeProvider time, RequestPaymentItems request) : PaymentPage(db, time)
{
    /// <summary>The letter to read again; null before.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>Whether something may be asked now, by this person.</summary>
    public bool MayAsk => May(FileAction.RequestPaymentItems);

    private string[] Address => new ApplicationFacts(new(Application.CreatedOn, Application.Answers)).Sheet.Text(StructureSection.Address)?
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Proposes.</summary>
    public void OnGet()
    {
        Show(PaymentItemsForm.Propose(Review, Today));
        Seen = Review.Claim.Version;
    }

    /// <summary>Shows the letter as it would be sent.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var items = Show(PaymentItemsForm.Read(Review, Request.Form, Today, Address));
        if (items.Demand is { } demand) Preview = await request.PreviewAsync(Application.Id, Me, demand, Stop);
        return Page();
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostSendAsync()
    {
        var items = Show(PaymentItemsForm.Read(Review, Request.Form, Today, Address));
        if (items.Demand is not { } demand) return Page();
        var outcome = await request.ExecuteAsync(Application.Id, Seen, demand, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone)
        {
            // Told once; sent again, it is for the claim as it is now.
            await ReadAsync();
            Seen = HasClaim ? Review.Claim.Version : Seen;
            Show(items.Refused(outcome.Message!));
            return Page();
        }

        News = $"La demande est envoyée : le versement revient au bénéficiaire jusqu'au {French.Date(outcome.Value)}, et le délai de paiement est suspendu.";
        return Redirect(Payment);
    }

    private PaymentItemsForm Show(PaymentItemsForm items)
    {
        ViewData["Heading"] = "Pièces manquantes pour le versement";
        ViewData["HasErrors"] = items.Form.Errors.Count > 0;
        Form = items.Form;
        return items;
    }
}
