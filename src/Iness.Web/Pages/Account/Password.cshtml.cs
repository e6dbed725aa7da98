using Iness.Casework.Accounts;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Account.Entry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account;

/// <summary>Changing one's password.</summary>
[ResponseCache(NoStore = true)]
public sealed class PasswordModel(ChangePassword change) : PageModel
{
    private const string Current = "actuel";
    private const string Chosen = "nouveau";

    /// <summary>The form; what is typed in it is never shown again.</summary>
    public FormView Form { get; private set; } = new([], []);

    private static IReadOnlyList<Field> Fields => [new PasswordField(Current, "Mot de passe actuel"), EntryPage.NewPassword(Chosen, "Nouveau mot de passe")];

    /// <summary>Shows the form.</summary>
    public void OnGet() => Form = new(Fields, []);

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await change.ExecuteAsync(User.Actor(), User.SessionId(), Request.Form[Current].ToString(), Request.Form[Chosen].ToString(), HttpContext.RequestAborted);
        if (outcome.IsDone) return Redirect("/compte?avis=mot-de-passe");
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        Form = new(Fields, [new(outcome.Refusal == Refusal.Invalid ? Chosen : Current, outcome.Message!)]);
        ViewData["HasErrors"] = true;
        return Page();
    }
}
