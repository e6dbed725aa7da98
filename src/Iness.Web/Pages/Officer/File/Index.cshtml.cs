using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;

namespace Iness.Web.Pages.Officer.File;

/// <summary>A file: what each provision says of it with its evidence, and its costs.</summary>
[Needs(Right.ReadFiles)]
public sealed class IndexModel(InessDbContext db, TimeProvider time) : FilePage(db, time)
{
    /// <summary>Every finding, those to settle first.</summary>
    public IReadOnlyList<FindingRow> Findings { get; private set; } = [];

    /// <summary>What the regulation would say of the answers as they now are; null when they are those filed.</summary>
    public FindingsNow? WithAnswersNow { get; private set; }

    /// <summary>Every cost line.</summary>
    public IReadOnlyList<CostRow> Costs { get; private set; } = [];

    /// <summary>Whether the applicant wrote, and was not read yet.</summary>
    public bool HasUnread { get; private set; }

    /// <summary>How many findings an officer still has to settle.</summary>
    public int OpenCount => Findings.Count(row => row.Now.IsOpen);

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        (Findings, WithAnswersNow) = await FindingRow.ReadAsync(Db, Review, HttpContext.RequestAborted);
        Costs = CostRow.Of(Review);
        HasUnread = (await Db.UnreadAmongAsync([Review.Application.Id], HttpContext.RequestAborted)).Count > 0;
    }
}
