using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Asks the register again; its button is on the facts.</summary>
[Needs(Right.ReviewFiles)]
public sealed class RegisterModel(InessDbContext db, RefreshFacts refresh, TimeProvider time) : FilePage(db, time)
{
    private string Facts => $"{Root}/faits";

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(Facts);

    /// <summary>Asks it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var asked = await refresh.ExecuteAsync(Review.Application.Id, Me, HttpContext.RequestAborted);
        if (asked.IsDone) News = Told(asked.Value);
        else if (asked.Refusal == Casework.Refusal.NotFound) return NotFound();
        else TempData[ApplicationPage.RefusalKey] = asked.Message;
        return Redirect(Facts);
    }

    private static string Told(RegisterRefreshed answer) => answer switch
    {
        { IsKnown: false } => "L'annuaire des entreprises a répondu qu'il ne connaît pas cette structure.",
        { Changes.Count: 0 } => "L'annuaire des entreprises a répondu : rien n'a changé depuis la dernière fois.",
        _ => $"L'annuaire des entreprises a répondu. Ce qui a changé : {string.Join(" ; ", answer.Changes)}.",
    };
}
