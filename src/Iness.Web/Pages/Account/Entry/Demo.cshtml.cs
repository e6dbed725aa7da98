using Iness.Web.Accounts;
using Iness.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Lets a visitor of the demonstration in as one of its people. Does not exist anywhere else.</summary>
[ResponseCache(NoStore = true)]
public sealed class DemoModel(UserManager<Casework.Accounts.Account> accounts, SignIn signIn, IConfiguration configuration) : PageModel
{
    /// <summary>Shows them; a link lets nobody in.</summary>
    public IActionResult OnGet() => configuration.IsDemo() ? Page() : NotFound();

    /// <summary>Opens the session.</summary>
    /// <param name="role">The person's role, in a word.</param>
    public async Task<IActionResult> OnPostAsync([FromQuery] string? role)
    {
        if (!configuration.IsDemo() || DemoAccount.All.FirstOrDefault(one => one.Word == role) is not { } person) return NotFound();
        if (await accounts.FindByEmailAsync(person.Email) is not { ClosedAt: null } account) return NotFound();
        await signIn.ExecuteAsync(account, "demo", HttpContext.RequestAborted);
        return Redirect(person.Home);
    }
}
