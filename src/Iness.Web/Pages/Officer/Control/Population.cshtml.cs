using System.Net.Mime;
using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>The list that a sample was drawn from, as it is hashed.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class PopulationModel(InessDbContext db) : PageModel
{
    /// <summary>The list.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.ControlCampaigns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, HttpContext.RequestAborted) is not { } campaign) return NotFound();
        var numbers = await db.PaidBetween(campaign.PaidFrom, campaign.PaidUntil, campaign.DrawnAt).Select(file => file.Number!).ToListAsync(HttpContext.RequestAborted);
        return File(System.Text.Encoding.UTF8.GetBytes(SampleDraw.PopulationText(numbers)), MediaTypeNames.Text.Plain, "liste.txt");
    }
}
