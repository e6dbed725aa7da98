using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.Casework.Mail;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Signing in with an address and a password. Whatever is wrong is told in the same words: nobody learns which addresses have an account.</summary>
public sealed class SignInModel(CheckPassword check, SignIn signIn) : EntryPage
{
    private const string Refusal = "Adresse ou mot de passe inexact, ou compte bloqué après plusieurs essais. Vérifiez votre saisie ou attendez un quart d'heure.";

    /// <summary>What has just been done, as a word of the address.</summary>
    [BindProperty(Name = "avis", SupportsGet = true)]
    public string? News { get; set; }

    /// <summary>The same in a sentence; null when there is nothing to say.</summary>
    public string? Notice => News switch
    {
        "adresse" => "Votre adresse est confirmée. Vous pouvez vous connecter.",
        "mot-de-passe" => "Votre mot de passe est changé, et toutes vos sessions sont terminées. Connectez-vous avec le nouveau.",
        _ => null,
    };

    /// <summary>Why one is here, after having wanted to go elsewhere; null when one came by oneself.</summary>
    public string? Why => ReturnPath switch
    {
        null => null,
        { } path when path.StartsWith("/demandes/nouvelle?r=", StringComparison.Ordinal) =>
            "Une demande d'aide se prépare et se dépose avec un compte. Connectez-vous, ou créez-en un : vous retrouverez vos réponses.",
        _ => "Cette page est personnelle : connectez-vous pour la voir, ou créez un compte. Vous y reviendrez aussitôt.",
    };

    /// <summary>Shows the form.</summary>
    public void OnGet() => Form = new(Fields(null), []);

    /// <summary>Checks and opens the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var started = SteadyPace.Start();
        News = null;
        var form = new FormReader(Request.Form);
        var email = form.Required(EmailName, EmailAddress.Longest, "Écrivez votre adresse électronique.");
        var password = Request.Form[PasswordName].ToString();
        if (password.Length == 0) form.Refuse(PasswordName, "Écrivez votre mot de passe.");
        if (email is null || form.Errors.Count > 0) return Again(Fields(form), form.Errors);

        var found = await check.ExecuteAsync(email, password, ReturnPath, HttpContext.RequestAborted);
        if (found.IsToConfirm) return Redirect("/inscription/envoyee");
        if (found.Account is { TwoFactorEnabled: true } halfway) return await AskSecondFactorAsync(halfway);
        if (found.Account is { } account)
        {
            await signIn.ExecuteAsync(account, "pwd", HttpContext.RequestAborted);
            return LocalRedirect(ReturnPath ?? Landing.HomeOf(account.Role));
        }

        await SteadyPace.HoldAsync(started, HttpContext.RequestAborted);
        form.Refuse(EmailName, Refusal);
        return Again(Fields(form), form.Errors);
    }

    private static IReadOnlyList<Field> Fields(FormReader? form) =>
        [Email(form?.Values.GetValueOrDefault(EmailName).ToString()), new PasswordField(PasswordName, "Mot de passe")];

    /// <summary>Keeps who has given a right password in the short-lived cookie that Identity reads when the second factor is given.</summary>
    private async Task<IActionResult> AskSecondFactorAsync(Casework.Accounts.Account account)
    {
        var half = new ClaimsIdentity([new(ClaimTypes.Name, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(half));
        return LocalRedirect(Towards("/connexion/code"));
    }
}
