using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Reads one page of the filed applications.</summary>
public sealed class ReadWorklist(InessDbContext db, FindFiles find, TimeProvider time)
{
    /// <summary>Files on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Reads it.</summary>
    /// <param name="filter">Which files.</param>
    /// <param name="sort">In what order.</param>
    /// <param name="isDescending">Whether the greatest comes first.</param>
    /// <param name="from">Where it starts, or ends; null for the beginning.</param>
    /// <param name="size">How many files.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<WorklistPage> ExecuteAsync(WorklistFilter filter, WorklistSort sort, bool isDescending, WorklistCursor? from, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = await find.ExecuteAsync(filter.Search, cancellationToken);
        return await PageAsync(new(new WorklistQuery(db, filter, found, time.Today()), sort, isDescending), from, size, cancellationToken);
    }

    /// <summary>Reads every file of a filter in order, a page at a time: no more than a page is held.</summary>
    internal async IAsyncEnumerable<WorklistRow> AllAsync(WorklistFilter filter, WorklistSort sort, bool isDescending, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await find.ExecuteAsync(filter.Search, cancellationToken);
        var keys = new PageKeys(new WorklistQuery(db, filter, found, time.Today()), sort, isDescending);
        WorklistCursor? from = null;
        do
        {
            var page = await PageAsync(keys, from, size, cancellationToken);
            foreach (var row in page.Rows) yield return row;
            from = page.Next;
        }
        while (from is not null);
    }

    private async Task<WorklistPage> PageAsync(PageKeys reader, WorklistCursor? from, int size, CancellationToken cancellationToken)
    {
        // One more tells whether there is another page.
        var keys = await reader.ReadAsync(from, size + 1, cancellationToken);
        var isBackwards = from is { IsBackwards: true };
        var hasMore = keys.Count > size;
        if (hasMore) keys.RemoveAt(isBackwards ? 0 : size);
        var rows = await RowsAsync([.. keys.Select(key => key.Id)], cancellationToken);
        return new(
            rows,
            keys.Count > 0 && (isBackwards ? hasMore : from is not null) ? keys[0] with { IsBackwards = true } : null,
            keys.Count > 0 && (isBackwards || hasMore) ? keys[^1] : null);
    }

    private async Task<IReadOnlyList<WorklistRow>> RowsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var rows = await Project(db.Applications.Where(application => EF.Parameter(ids).Contains(application.Id))).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private IQueryable<WorklistRow> Project(IQueryable<Application> applications) => applications.Select(application => new WorklistRow
    {
        Id = application.Id,
        Number = application.Number!,
        Organisation = application.Organisation!.Name,
        Siren = application.Organisation.Siren,
        Siret = application.Listing!.Siret,
        Title = application.Title,
        Town = application.Listing.Town,
        Department = application.Listing.Department,
        Status = application.Status,
        Verdict = (OverallVerdict?)application.Listing.Verdict,
        Eligible = (Money?)application.Listing.Eligible,
        Aid = (Money?)application.Listing.Aid,
        FiledAt = application.FiledAt!.Value,
        RespondBy = application.RespondBy,
        OfficerId = application.AssignedToId,
        Officer = db.Users.Where(account => account.Id == application.AssignedToId).Select(account => account.GivenName + " " + account.FamilyName).FirstOrDefault(),
    });
}
