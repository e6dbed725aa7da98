using Iness.Casework.Payments;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>The second person reads a payment prepared by another, and validates it or sends it back.</summary>
[Needs(Right.ValidatePayments)]
public sealed class ValidateModel(InessDbContext db, TimeProvider time, ValidatePayment validate) : PaymentPage(db, time)
{
    private const string WordField = "mot";

    /// <summary>The lines of which not all is retained, each with its invoice.</summary>
    public IReadOnlyList<(ClaimedInvoice Invoice, ClaimedLine Line)> Deducted =>
        [.. Review.Invoices.SelectMany(invoice => invoice.Lines.Where(line => line.Retained is { } retained && retained != line.Amount).OrderBy(line => line.Position).Select(line => (invoice, line)))];

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Show();
        Form = new(Fields(null), []);
    }

    /// <summary>Validates it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await validate.ExecuteAsync(Application.Id, Seen, Me, Stop);
        return Told(outcome, "Le versement est validé : il attend d'être liquidé.", outcome.IsDone ? Payment : $"{Payment}/validation");
    }

    /// <summary>Sends it back.</summary>
    public async Task<IActionResult> OnPostSendBackAsync()
    {
        Show();
        var typed = Request.Form[WordField].ToString().ReplaceLineEndings("\n");
        var outcome = await validate.SendBackAsync(Application.Id, Seen, typed, Me, Stop);
        return outcome.IsDone ? Told(outcome, "Le versement est renvoyé à qui l'a préparé.", Payment) : await RefusedAsync(outcome, Fields(typed), WordField);
    }

    private void Show() => ViewData["Heading"] = "Valider le versement";

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(WordField, "Pourquoi ?", "Qui l'a préparé le lira ; le bénéficiaire ne le voit pas.") { Value = typed, Rows = 4, MaxLength = PaymentClaim.LongestText }];
}
