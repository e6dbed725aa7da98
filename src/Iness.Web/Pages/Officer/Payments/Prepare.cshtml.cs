using Iness.Casework.Payments;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>An officer prepares a payment, rules on one below the floor, or takes a preparation up again.</summary>
[Needs(Right.PreparePayments)]
public sealed class PrepareModel(InessDbContext db, TimeProvider time, PreparePayment prepare, RuleOnFloor rule) : PaymentPage(db, time)
{
    private const string PaysField = "verser";
    private const string ReasonField = "motif";
    private static readonly Choice[] Choices = [new("oui", "Verser l'aide"), new("non", "Ne pas la verser", "L'aide accordée est alors à retirer, le bénéficiaire entendu.")];

    /// <summary>What still stands in the way; null for nothing.</summary>
    public string? Blocked => PreparePayment.WhyNot(Review).Message;

    /// <summary>Whether the officer has to rule.</summary>
    public bool MayRule => Review is { IsBelowFloor: true, Unseen: 0, Claim.PreparedAt: null };

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Show();
        Form = new(Fields(Review.Claim.PaysBelowFloor is { } pays ? pays ? "oui" : "non" : null, Review.Claim.FloorReason), []);
    }

    /// <summary>Prepares it.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        Told(await prepare.ExecuteAsync(Application.Id, Seen, Me, Stop), "Le versement est préparé : quelqu'un d'autre doit le valider.", Payment);

    /// <summary>Takes it up again.</summary>
    public async Task<IActionResult> OnPostReopenAsync() =>
        Told(await prepare.ReopenAsync(Application.Id, Seen, Me, Stop), "La préparation est reprise : les lignes peuvent de nouveau changer.", Payment);

    /// <summary>Rules.</summary>
    public async Task<IActionResult> OnPostRuleAsync()
    {
        Show();
        var form = new FormReader(Request.Form);
        var pays = form.Choice(PaysField, Choices, "Dites si l'aide est versée.");
        var reason = form.Required(ReasonField, PaymentClaim.LongestText, "Écrivez le motif : le bénéficiaire le lira.");
        var fields = Fields(form.Values.GetValueOrDefault(PaysField), form.Values.GetValueOrDefault(ReasonField));
        if (form.Errors.Count > 0) return Again(fields, form.Errors);
        var outcome = await rule.ExecuteAsync(Application.Id, Seen, pays == "oui", reason!, Me, Stop);
        if (outcome.IsDone) return Told(outcome, pays == "oui" ? "L'aide est à verser." : "L'aide n'est pas à verser.", $"{Payment}/preparation");
        return await RefusedAsync(outcome, fields, ReasonField);
    }

    private void Show() => ViewData["Heading"] = "Préparer le versement";

    private static Field[] Fields(string? pays, string? reason) =>
    [
        new RadiosField(PaysField, "L'aide est-elle versée ?", Choices) { Value = pays },
        new TextAreaField(ReasonField, "Motif", "Le bénéficiaire le lira.") { Value = reason, Rows = 4, MaxLength = PaymentClaim.LongestText },
    ];
}
