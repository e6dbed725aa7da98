using Iness.Casework.Applications;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Where a filed application stands: what is awaited, from whom, by when, and what happened.</summary>
public sealed class FollowUpModel(InessDbContext db, TimeProvider time) : FiledPage(db)
{
    /// <summary>What happened, the last at the end.</summary>
    public IReadOnlyList<StatusChange> History { get; private set; } = [];

    /// <summary>What the service asked for, the last at the end.</summary>
    public IReadOnlyList<MissingItemsRequest> Requests { get; private set; } = [];

    /// <summary>The two months; null once the Région has decided, or no longer has to.</summary>
    public ResponseClock? Clock { get; private set; }

    /// <summary>Whether what was filed can be read.</summary>
    public bool HasFiling { get; private set; }

    /// <summary>What is awaited from the organisation now.</summary>
    public IEnumerable<MissingItemsRequest> Awaited => Application.Status == FileStatus.Incomplete ? Requests.Where(request => request.AnsweredAt is null) : [];

    /// <summary>Reads it.</summary>
    public Task OnGetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var stop = HttpContext.RequestAborted;
        // In the order of their identifiers, which is that of time even within one instant.
        History = await Db.StatusChanges.AsNoTracking().Where(change => change.ApplicationId == Application.Id).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(stop);
        Requests = await Db.MissingItemsRequests.AsNoTracking().Include(request => request.Items)
            .Where(request => request.ApplicationId == Application.Id).OrderBy(request => request.SentAt).ToListAsync(stop);
        HasFiling = await Db.Filings.AnyAsync(filing => filing.ApplicationId == Application.Id, stop);
        if (!FollowUpWords.AwaitsDecision(Application.Status) || Application.FiledAt is not { } filedAt) return;
        Clock = ResponseClock.At(
            filedAt.DayInParis(),
            [.. Requests.Select(request => new Suspension(request.SentAt.DayInParis(), request.DueOn, request.AnsweredAt?.DayInParis()))],
            time.Today());
    }
}
