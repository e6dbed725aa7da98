using Iness.Web.Accounts;
using Iness.Web.Accounts.Codes;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Asks the code of an account that has one, after its password.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public sealed class CodeModel(CheckCode check, SignIn signIn) : PageModel
{
    private const string CodeField = "code";

    /// <summary>The page the person was going to.</summary>
    [BindProperty(Name = Landing.Parameter, SupportsGet = true)]
    public string? Wanted { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([Code(null)], []);

    /// <summary>Asks, once the password was right.</summary>
    public async Task<IActionResult> OnGetAsync() => await check.FindAsync() is null ? Redirect(Landing.Through("/connexion", Wanted)) : Page();

    /// <summary>Checks, and opens the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Request.Form[CodeField].ToString();
        var outcome = await check.ExecuteAsync(typed);
        if (outcome.IsDone)
        {
            await signIn.ExecuteAsync(outcome.Value, "otp", HttpContext.RequestAborted);
            return LocalRedirect(Landing.Of(Url, Wanted, outcome.Value));
        }

        if (outcome.Refusal == Refusal.NotFound) return Redirect(Landing.Through("/connexion", Wanted));
        Form = new([Code(typed)], [new(CodeField, outcome.Message!)]);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static TextField Code(string? typed) =>
        new(CodeField, "Votre code", "Les 6 chiffres que votre application affiche, ou un de vos codes de secours.") { Value = typed, Width = "input--width-10", MaxLength = 20, AutoComplete = "one-time-code" };
}
