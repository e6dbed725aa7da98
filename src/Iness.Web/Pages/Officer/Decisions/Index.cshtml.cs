using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The proposals that wait: to be checked, then to be decided; and the appeals that wait for an answer.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, TimeProvider time) : PageModel
{
    /// <summary>The most of each list.</summary>
    public const int MostShown = 1000;

    private static readonly FileStatus[] Appealable = [FileStatus.Closed, FileStatus.Notified, FileStatus.PaymentClaimed, FileStatus.Settled, FileStatus.Paid, FileStatus.Recovery];

    /// <summary>Those that the lead officer has to check.</summary>
    public IReadOnlyList<BatchLine> ToCheck { get; private set; } = [];

    /// <summary>Those that the signatory has to decide.</summary>
    public IReadOnlyList<BatchLine> ToDecide { get; private set; } = [];

    /// <summary>The appeals that await an answer, the first to answer before the others.</summary>
    public IReadOnlyList<AppealLine> Appeals { get; private set; } = [];

    /// <summary>Today, for the deadlines.</summary>
    public DateOnly Today => time.Today();

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
        ToCheck = await db.Lines(standing.Where(proposal => proposal.CheckedBy == null)).Take(MostShown + 1).ToListAsync(stop);
        ToDecide = await db.Lines(standing.Where(proposal => proposal.CheckedBy != null)).Take(MostShown + 1).ToListAsync(stop);
        // Once decided, a file has something to answer only while an appeal does.
        Appeals = await db.Applications.AsNoTracking().Where(application => Appealable.Contains(application.Status) && application.RespondBy != null)
            .OrderBy(application => application.RespondBy).ThenBy(application => application.Id).Take(MostShown)
            .Select(application => new AppealLine(application.Number!, application.Organisation!.Name, application.Title, application.RespondBy!.Value)).ToListAsync(stop);
        Names = await db.NamesAsync(ToCheck.Concat(ToDecide).Select(line => (Guid?)line.By), stop);
    }
}

/// <summary>An appeal that awaits an answer.</summary>
/// <param name="Number">Number of the file.</param>
/// <param name="Organisation">Name of the organisation.</param>
/// <param name="Title">What the project is called.</param>
/// <param name="RespondBy">The day on which silence is worth its rejection.</param>
public sealed record AppealLine(string Number, string Organisation, string? Title, DateOnly RespondBy);
