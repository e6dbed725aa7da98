using Iness.Casework.Accounts;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Asking for a new password. The answer is the same whether or not the address has an account.</summary>
public sealed class ForgottenPasswordModel(AskNewPassword ask) : EntryPage
{
    /// <summary>Shows the form.</summary>
    public void OnGet() => Form = new([Email(null)], []);

    /// <summary>Sends the link, if there is anybody to send it to.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var started = SteadyPace.Start();
        var form = new FormReader(Request.Form);
        if (ReadEmail(form) is not { } email) return Again([Email(Request.Form[EmailName])], form.Errors);
        await ask.ExecuteAsync(email, HttpContext.RequestAborted);
        await SteadyPace.HoldAsync(started, HttpContext.RequestAborted);
        return Redirect("/mot-de-passe/envoye");
    }
}
