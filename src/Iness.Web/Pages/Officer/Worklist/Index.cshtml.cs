using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>The filed applications: what the Région's people open first.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, ReadWorklist read, CountWorklist count, CountDeadlines deadlines, TimeProvider time) : PageModel
{
    private const int Urgent = 5;

    /// <summary>What came of the last press of a button.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>What is asked.</summary>
    public WorklistAddress Asked { get; private set; } = null!;

    /// <summary>The page of the list.</summary>
    public WorklistPage Listed { get; private set; } = null!;

    /// <summary>Those of the page whose applicant wrote, and was not read yet.</summary>
    public IReadOnlySet<Guid> Unread { get; private set; } = new HashSet<Guid>();

    /// <summary>How many in each status; null when they are too many to count.</summary>
    public IReadOnlyDictionary<FileStatus, int>? Counts { get; private set; }

    /// <summary>How many await an answer: the officer's own, or all.</summary>
    public DeadlineCounts Awaited { get; private set; } = null!;

    /// <summary>The first of the officer's own that await an answer; on the list as it opens alone.</summary>
    public IReadOnlyList<WorklistRow> Mine { get; private set; } = [];

    /// <summary>Those a file may be entrusted to.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>One's own views.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>Whether this person watches files of their own: a lead officer watches those of all.</summary>
    public bool IsReviewer => User.Role() == Role.Officer;

    /// <summary>Whether this person may entrust files.</summary>
    public bool MayAssign => User.Has(Right.AssignFiles);

    /// <summary>Whether this person may take the list away.</summary>
    public bool MayExport => User.Has(Right.ExportFiles);

    /// <summary>Today, for the deadlines.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        var (me, stop) = (User.AccountId()!.Value, HttpContext.RequestAborted);
        Asked = WorklistAddress.Of(Request, me);
        ViewData["HasErrors"] = Asked.Errors.Count > 0;
        Listed = await read.ExecuteAsync(Asked.Filter, Asked.Sort, Asked.IsDescending, Asked.From, ReadWorklist.PageSize, stop);
        Unread = await db.UnreadAmongAsync(Listed.Rows.Select(row => row.Id), stop);
        Counts = await count.ExecuteAsync(Asked.Filter, stop);
        Awaited = await deadlines.ExecuteAsync(IsReviewer ? me : null, stop);
        Officers = await OfficersAsync(db, stop);
        Views = await db.SavedViews.AsNoTracking().Where(view => view.AccountId == me).OrderBy(view => view.Name).ToListAsync(stop);
        if (!IsReviewer || !Asked.IsBare || Awaited.Running == 0) return;
        var mine = new WorklistFilter { OfficerId = me, Deadline = DeadlineState.Running };
        Mine = (await read.ExecuteAsync(mine, WorklistSort.Deadline, isDescending: false, from: null, Urgent, stop)).Rows;
    }

    /// <summary>Those a file may be entrusted to, by name.</summary>
    internal static async Task<IReadOnlyList<Choice>> OfficersAsync(InessDbContext db, CancellationToken cancellationToken)
    {
        var officers = await AssignFiles.Officers(db.Users).OrderBy(account => account.FamilyName).ThenBy(account => account.GivenName).ThenBy(account => account.Id)
            .Select(account => new { account.Id, account.GivenName, account.FamilyName }).ToListAsync(cancellationToken);
        return [.. officers.Select(officer => new Choice(officer.Id.ToString(), $"{officer.GivenName} {officer.FamilyName}"))];
    }
}
