using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>An officer gives up a recovery that is not decided.</summary>
[Needs(Right.OpenRecoveries)]
public sealed class DropModel(InessDbContext db, DropRecovery drop, TimeProvider time) : RecoveryPage(db, time)
{
    private const string Reason = "motif";

    /// <summary>Asks why.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Form = new(Fields(null), []);
        return await LoadAsync() ? Page() : NotFound();
    }

    /// <summary>Gives it up.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var form = new FormReader(Request.Form);
        var fields = Fields(form.Values.GetValueOrDefault(Reason));
        if (form.Required(Reason, Iness.Casework.Recoveries.Recovery.LongestText, "Écrivez pourquoi la procédure est abandonnée : le bénéficiaire le lira.") is not { } reason) return Again(fields, form.Errors);
        var dropped = await drop.ExecuteAsync(Recovery.Id, Seen, reason, Me, Stop);
        if (!dropped.IsDone) return await RefusedAsync(dropped.Refusal, dropped.Message!, fields, Reason);
        News = "La procédure est abandonnée ; le bénéficiaire en est informé.";
        return Redirect(Place);
    }

    private static Field[] Fields(string? typed) => [new TextAreaField(Reason, "Pourquoi ?", "Le bénéficiaire le lira.") { Value = typed, Rows = 4, MaxLength = Iness.Casework.Recoveries.Recovery.LongestText }];
}
