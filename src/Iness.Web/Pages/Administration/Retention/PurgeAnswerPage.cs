using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>A button of a report, on a page of its own: what came of it is told by the report.</summary>
public abstract class PurgeAnswerPage : PageModel
{
    /// <summary>What came of it.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet(Guid rapport) => Redirect(AddressOf(rapport));

    /// <summary>Goes to the report.</summary>
    protected IActionResult Told(Guid rapport, Outcome outcome, string done)
    {
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = done;
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect(AddressOf(rapport));
    }

    private static string AddressOf(Guid rapport) => $"/administration/conservation/{rapport}";
}
