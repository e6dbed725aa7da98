using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>An agent chooses to control a file.</summary>
[Needs(Right.Control)]
public sealed class OpenModel(InessDbContext db, OpenControl open) : FiledFilePage(db)
{
    private const string Why = "pourquoi";

    /// <summary>An empty form.</summary>
    public void OnGet() => Form = new(Fields(null), []);

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var fields = Fields(form.Values.GetValueOrDefault(Why));
        if (form.Required(Why, OpenControl.LongestReason, "Écrivez pourquoi ce dossier est contrôlé.") is not { } why) return Again(fields, form.Errors);
        var opened = await open.ExecuteAsync(Application.Id, ControlOrigin.Chosen, why, Me, HttpContext.RequestAborted);
        if (opened.Refusal == Casework.Refusal.NotFound) return NotFound();
        return opened.IsDone ? Redirect($"{Root}/controles/{opened.Value}") : Again(fields, [new(Why, opened.Message!)]);
    }

    private static Field[] Fields(string? typed) => [new TextAreaField(Why, "Pourquoi contrôler ce dossier ?", "Lu par les agents de la Région.") { Value = typed, Rows = 4, MaxLength = OpenControl.LongestReason }];
}
