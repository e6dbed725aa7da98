using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Budget;

/// <summary>Where the money of each year stands.</summary>
[Needs(Right.ReadEnvelopes)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, TimeProvider time) : PageModel
{
    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Each year, the latest first.</summary>
    public IReadOnlyList<EnvelopeBalance> Balances { get; private set; } = [];

    /// <summary>This year and the next, while nothing is on them.</summary>
    public IEnumerable<int> Years => new[] { time.Today().Year, time.Today().Year + 1 }.Where(year => Balances.All(balance => balance.Year != year));

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => Balances = await db.EnvelopeBalancesAsync(HttpContext.RequestAborted);
}
