using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account;

/// <summary>Takes up a form that was sent after its session had expired, once its author has signed in again.</summary>
[ResponseCache(NoStore = true)]
public sealed class ResumeModel(ParkedForms forms) : PageModel
{
    /// <summary>What was in the form.</summary>
    public ParkedContent Parked { get; private set; } = null!;

    /// <summary>Shows that nothing was lost; the button sends it again.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await forms.FindAsync(id, User.AccountId()!.Value, HttpContext.RequestAborted) is not { } parked) return NotFound();
        Parked = parked;
        return Page();
    }
}
