using Iness.Web.Accounts;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Leaves for ProConnect. Does not exist where it is not set up.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProConnectModel(IOptions<ProConnectOptions> options) : PageModel
{
    /// <summary>Leaves. A link and not a form: the portal's policy lets no form lead to another site, not even by a redirection.</summary>
    /// <param name="wanted">The page the person was going to.</param>
    public IActionResult OnGet([FromQuery(Name = Landing.Parameter)] string? wanted) => options.Value.Enabled
        ? Challenge(new AuthenticationProperties { RedirectUri = Landing.Through(ProConnectArrivalModel.Address, wanted) }, ProConnectRegistration.Scheme)
        : NotFound();
}
