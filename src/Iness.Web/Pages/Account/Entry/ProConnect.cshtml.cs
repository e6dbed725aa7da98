using Iness.Web.Accounts;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Leaves for ProConnect. Does not exist where it is not set up.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProConnectModel(IOptions<ProConnectOptions> options) : PageModel
{
    /// <summary>Shows the button.</summary>
    public IActionResult OnGet() => options.Value.Enabled ? Page() : NotFound();

    /// <summary>Leaves.</summary>
    /// <param name="wanted">The page the person was going to.</param>
    public IActionResult OnPost([FromForm(Name = Landing.Parameter)] string? wanted) => options.Value.Enabled
        ? Challenge(new Microsoft.AspNetCore.Authentication.AuthenticationProperties { RedirectUri = Landing.Through(ProConnectArrivalModel.Address, wanted) }, ProConnectRegistration.Scheme)
        : NotFound();
}
