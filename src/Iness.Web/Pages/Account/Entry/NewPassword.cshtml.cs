using Iness.Casework.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>What the link of the mail opens: choosing a new password. Opening it spends nothing.</summary>
public sealed class NewPasswordModel(ResetPassword reset) : EntryPage
{
    /// <summary>The account of the link.</summary>
    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid AccountId { get; set; }

    /// <summary>Its code.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Whether the link works.</summary>
    public bool Works { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        Works = await reset.CanAsync(AccountId, Code);
        Form = new([NewPassword(PasswordName, "Nouveau mot de passe")], []);
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await reset.ExecuteAsync(AccountId, Code, Request.Form[PasswordName].ToString(), HttpContext.RequestAborted);
        if (outcome.IsDone) return Redirect("/connexion?avis=mot-de-passe");
        if (outcome.Refusal == Refusal.NotFound) return Page();
        Works = true;
        return Again([NewPassword(PasswordName, "Nouveau mot de passe")], [new(PasswordName, outcome.Message!)]);
    }
}
