using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>Finance records what a beneficiary repaid.</summary>
[Needs(Right.RecordRepayments)]
public sealed class RepaidModel(InessDbContext db, RecordRepayment record, TimeProvider time) : RecoveryPage(db, time)
{
    private const string On = "recue";
    private const string Amount = "montant";
    private const string Reference = "reference";

    /// <summary>An empty form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Form = new(Fields(new([])), []);
        return await LoadAsync() ? Page() : NotFound();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var form = new FormReader(Request.Form);
        var on = form.Date(On, "Indiquez le jour où la somme est arrivée.", Today);
        var amount = form.Amount(Amount, "Indiquez le montant reçu.", new(1), Money.Max(Recovery.Left, new(1)));
        var reference = form.Required(Reference, RecordRepayment.LongestReference, "Indiquez la référence de l'encaissement.");
        if (form.Errors.Count > 0) return Again(Fields(form), form.Errors);
        var recorded = await record.ExecuteAsync(Recovery.Id, Seen, on!.Value, amount!.Value, reference!, Me, Stop);
        if (!recorded.IsDone) return await RefusedAsync(recorded.Refusal, recorded.Message!, Fields(form), recorded.Message!.StartsWith("Ce jour", StringComparison.Ordinal) ? On : Amount);
        News = recorded.Value == Money.Zero ? "Tout est reversé : le dossier est clos." : $"La somme est constatée. Reste à reverser : {recorded.Value}.";
        return Redirect(recorded.Value == Money.Zero ? Place : $"{Place}/{Recovery.Id}/sommes");
    }

    private static Field[] Fields(FormReader form)
    {
        string? Of(string name) => form.Values.GetValueOrDefault(name);
        return
        [
            new DateField(On, "Reçue le") { Value = (Of(On + "-jour"), Of(On + "-mois"), Of(On + "-annee")) },
            new TextField(Amount, "Montant") { Value = Of(Amount), InputMode = "decimal", Suffix = "€", Width = "input--width-10" },
            new TextField(Reference, "Référence", "Titre de recette, virement, bordereau.") { Value = Of(Reference), MaxLength = RecordRepayment.LongestReference },
        ];
    }
}
