using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Signing in with an address and a password. Whatever is wrong is told in the same words: nobody learns which addresses have an account.</summary>
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInManager<Casework.Accounts.Account> passwords, SignIn signIn, InessDbContext db) : PageModel
{
    /// <summary>Where to go once signed in.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>The address typed.</summary>
    [BindProperty(Name = "courriel")]
    public string? Courriel { get; set; }

    /// <summary>The password typed; never shown again.</summary>
    [BindProperty(Name = "mot-de-passe")]
    public string? Password { get; set; }

    /// <summary>Why it did not work.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Checks and opens the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var account = string.IsNullOrWhiteSpace(Courriel) ? null : await passwords.UserManager.FindByEmailAsync(Courriel.Trim());
        if (account is null)
        {
            // As long as a real check, so that the time taken tells nothing.
            passwords.UserManager.PasswordHasher.HashPassword(new(), Password ?? "");
            return Refused();
        }

        db.Act = new(Actor.Visitor, "SignInAttempted", Act.Account(account.Id));
        var isRight = (await passwords.CheckPasswordSignInAsync(account, Password ?? "", lockoutOnFailure: true)).Succeeded;
        // A second factor cannot be asked here: an account that has one is not let in by half.
        if (!isRight || account.ClosedAt is not null || account.TwoFactorEnabled) return Refused();
        await signIn.ExecuteAsync(account, "pwd", HttpContext.RequestAborted);
        return Url.IsLocalUrl(Retour) ? LocalRedirect(Retour!) : Redirect(account.Role == Role.Applicant ? "/demandes" : "/compte");
    }

    private PageResult Refused()
    {
        Refusal = "Adresse ou mot de passe inexact, ou compte bloqué après plusieurs essais. Vérifiez votre saisie ou attendez un quart d'heure.";
        return Page();
    }
}
