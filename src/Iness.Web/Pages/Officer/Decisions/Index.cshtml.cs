using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The proposals that wait: to be checked, then to be decided.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    private const int MostShown = 1000;

    /// <summary>Those that the lead officer has to check.</summary>
    public IReadOnlyList<BatchLine> ToCheck { get; private set; } = [];

    /// <summary>Those that the signatory has to decide.</summary>
    public IReadOnlyList<BatchLine> ToDecide { get; private set; } = [];

    /// <summary>Who proposed.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Where this person acts on a proposal, or reads it.</summary>
    public string AddressOf(BatchLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var page = line.CheckedBy is null && User.Has(Right.CheckProposals) ? "controle" : line.CheckedBy is not null && User.Has(Right.Decide) ? "signature" : "decision";
        return $"/dossiers/{line.Number}/{page}";
    }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var standing = db.Proposals.AsNoTracking().Standing();
        ToCheck = await db.Lines(standing.Where(proposal => proposal.CheckedBy == null)).Take(MostShown).ToListAsync(stop);
        ToDecide = await db.Lines(standing.Where(proposal => proposal.CheckedBy != null)).Take(MostShown).ToListAsync(stop);
        Names = await db.NamesAsync(ToCheck.Concat(ToDecide).Select(line => (Guid?)line.By), stop);
    }
}
