using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>What came of one return file: each line refused, with its number and the reason.</summary>
[Needs(Right.Liquidate)]
[ResponseCache(NoStore = true)]
public sealed class ReturnModel(InessDbContext db) : PageModel
{
    /// <summary>The file.</summary>
    public PaymentReturn Taken { get; private set; } = null!;

    /// <summary>The lines refused.</summary>
    public IReadOnlyList<ReturnRefusal> Refusals { get; private set; } = [];

    /// <summary>Lines that only told a payment order.</summary>
    public int Ordered => Taken.Lines - Taken.Paid - Taken.Rejected - Refusals.Count;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.PaymentReturns.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, HttpContext.RequestAborted) is not { } found) return NotFound();
        (Taken, Refusals) = (found, ReturnRefusal.Read(found.Refusals));
        return Page();
    }
}
