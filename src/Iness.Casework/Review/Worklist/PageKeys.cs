using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>
/// The files of one page, found from the place where another page ended. « Key at least that one, and (key beyond it or identifier beyond
/// that one) » is written so, rather than as one « or », because an index can then start at the key.
/// </summary>
internal sealed class PageKeys(WorklistQuery query, WorklistSort sort, bool isDescending)
{
    /// <summary>So many files after the place, or before it (in the order of the list all the same).</summary>
    public async Task<List<WorklistCursor>> ReadAsync(WorklistCursor? from, int count, CancellationToken cancellationToken)
    {
        var isBackwards = from is { IsBackwards: true };
        // Read backwards, the order is the other one.
        var down = isDescending != isBackwards;
        List<WorklistCursor> keys = [];
        if (sort != WorklistSort.Deadline)
        {
            keys = await (sort switch
            {
                WorklistSort.Filed => ByFiledAsync(from, down, count, cancellationToken),
                WorklistSort.Amount => ByAidAsync(from, down, count, cancellationToken),
                _ => ByNumberAsync(from, down, count, cancellationToken),
            });
        }
        else
        {
            // Two walks, since databases do not agree on where what is null comes in an order.
            foreach (var dated in isBackwards ? new[] { false, true } : [true, false])
            {
                var isPassed = from is not null && (from.Day is not null) != dated && dated != isBackwards;
                if (isPassed) continue;
                var start = from is not null && (from.Day is not null) == dated ? from : null;
                keys.AddRange(await ByDeadlineAsync(start, dated, down, count - keys.Count, cancellationToken));
                if (keys.Count == count) break;
            }
        }

        if (isBackwards) keys.Reverse();
        return keys;
    }

    private async Task<List<WorklistCursor>> ByDeadlineAsync(WorklistCursor? from, bool dated, bool down, int count, CancellationToken cancellationToken)
    {
        var rows = query.Applications().Where(row => row.RespondBy != null == dated);
        if (from is { Day: { } day, Id: var after })
        {
            rows = down
                ? rows.Where(row => row.RespondBy <= day && (row.RespondBy < day || row.Id < after))
                : rows.Where(row => row.RespondBy >= day && (row.RespondBy > day || row.Id > after));
        }
        else if (from is { Id: var id })
        {
            rows = down ? rows.Where(row => row.Id < id) : rows.Where(row => row.Id > id);
        }

        var ordered = down ? rows.OrderByDescending(row => row.RespondBy).ThenByDescending(row => row.Id) : rows.OrderBy(row => row.RespondBy).ThenBy(row => row.Id);
        var keys = await ordered.Take(count).Select(row => new { row.RespondBy, row.Id }).ToListAsync(cancellationToken);
        return [.. keys.Select(key => new WorklistCursor(WorklistCursor.KeyOf(key.RespondBy), key.Id, false))];
    }

    private async Task<List<WorklistCursor>> ByFiledAsync(WorklistCursor? from, bool down, int count, CancellationToken cancellationToken)
    {
        var rows = query.Applications();
        if (from is { Instant: var at, Id: var id })
        {
            rows = down
                ? rows.Where(row => row.FiledAt <= at && (row.FiledAt < at || row.Id < id))
                : rows.Where(row => row.FiledAt >= at && (row.FiledAt > at || row.Id > id));
        }

        var ordered = down ? rows.OrderByDescending(row => row.FiledAt).ThenByDescending(row => row.Id) : rows.OrderBy(row => row.FiledAt).ThenBy(row => row.Id);
        var keys = await ordered.Take(count).Select(row => new { row.FiledAt, row.Id }).ToListAsync(cancellationToken);
        return [.. keys.Select(key => new WorklistCursor(WorklistCursor.KeyOf(key.FiledAt!.Value.Ticks), key.Id, false))];
    }

    private async Task<List<WorklistCursor>> ByAidAsync(WorklistCursor? from, bool down, int count, CancellationToken cancellationToken)
    {
        var rows = query.Listings();
        if (from is { Cents: var cents, Id: var id })
        {
            var aid = new Money(cents);
            rows = down
                ? rows.Where(row => row.Aid <= aid && (row.Aid < aid || row.ApplicationId < id))
                : rows.Where(row => row.Aid >= aid && (row.Aid > aid || row.ApplicationId > id));
        }

        var ordered = down ? rows.OrderByDescending(row => row.Aid).ThenByDescending(row => row.ApplicationId) : rows.OrderBy(row => row.Aid).ThenBy(row => row.ApplicationId);
        var keys = await ordered.Take(count).Select(row => new { row.Aid, row.ApplicationId }).ToListAsync(cancellationToken);
        return [.. keys.Select(key => new WorklistCursor(WorklistCursor.KeyOf(key.Aid.Cents), key.ApplicationId, false))];
    }

    private async Task<List<WorklistCursor>> ByNumberAsync(WorklistCursor? from, bool down, int count, CancellationToken cancellationToken)
    {
        var rows = query.Applications();
        // No two files have the same number.
        if (from is { Key: var number }) rows = down ? rows.Where(row => string.Compare(row.Number, number) < 0) : rows.Where(row => string.Compare(row.Number, number) > 0);
        var ordered = down ? rows.OrderByDescending(row => row.Number) : rows.OrderBy(row => row.Number);
        var keys = await ordered.Take(count).Select(row => new { row.Number, row.Id }).ToListAsync(cancellationToken);
        return [.. keys.Select(key => new WorklistCursor(key.Number!, key.Id, false))];
    }
}
