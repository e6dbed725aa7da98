using Iness.Web.Accounts;
using Iness.Web.Accounts.Passkeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Signing in with a passkey: the browser asks what to sign, then sends what the device signed.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public sealed class PasskeyModel(CheckPasskey check, SignIn signIn) : PageModel
{
    /// <summary>Why it did not work.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the button.</summary>
    public void OnGet()
    {
    }

    /// <summary>What is to be signed, by any key of this portal.</summary>
    public async Task<IActionResult> OnPostOptionsAsync([FromServices] SignInManager<Casework.Accounts.Account> ceremonies) =>
        Content(await ceremonies.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Checks what was signed, and opens the session.</summary>
    /// <param name="credential">What the browser answered.</param>
    /// <param name="wanted">The page the person was going to.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "cle")] string? credential, [FromForm(Name = Landing.Parameter)] string? wanted)
    {
        var outcome = await check.ExecuteAsync(credential);
        if (!outcome.IsDone)
        {
            Refusal = outcome.Message;
            return Page();
        }

        await signIn.ExecuteAsync(outcome.Value, "passkey", HttpContext.RequestAborted);
        return LocalRedirect(Landing.Of(Url, wanted, outcome.Value));
    }
}
