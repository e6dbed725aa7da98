using Iness.Casework.Mail;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration;

/// <summary>Tries a refused mail again; its page is the list.</summary>
[Needs(Right.RunSystem)]
public sealed class RetryMailModel(RetryMail retry) : PageModel
{
    private const string List = "/administration/messages";

    /// <summary>What came of it, told by the list.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(List);

    /// <summary>Tries it again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var outcome = await retry.ExecuteAsync(id, User.Actor(), HttpContext.RequestAborted);
        News = outcome.Message ?? "Ce message va être envoyé de nouveau.";
        return Redirect(List);
    }
}
