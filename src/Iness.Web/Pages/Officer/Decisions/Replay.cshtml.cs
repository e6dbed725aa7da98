using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Recomputes the latest decision on a file, and says whether it comes out the same.</summary>
[Needs(Right.ReadFiles)]
public sealed class ReplayModel(InessDbContext db, TimeProvider time, RewriteLetter rewrite) : DecisionPage(db, time)
{
    /// <summary>What differs; nothing when it is the same.</summary>
    public IReadOnlyList<string> Differences { get; private set; } = [];

    /// <summary>Recomputes it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var decision = await Db.Decisions.AsNoTracking().Where(found => found.ApplicationId == Application.Id).OrderByDescending(found => found.At).FirstOrDefaultAsync(Stop);
        if (decision is null) return NotFound();
        List<string> differences = [.. await ReplayDecision.DifferencesAsync(Db, decision, Stop)];
        if (await rewrite.ExecuteAsync(decision.Id, Stop) != decision.Letter)
            differences.Add("Le courrier réécrit aujourd'hui n'est pas celui qui a été émis : le nom de la structure, les coordonnées du service ou le programme ont changé depuis.");
        Differences = differences;
        return Page();
    }
}
