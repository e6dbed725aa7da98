using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>
/// Draws up the list of the filed files whose time has passed, or adds to it those that came since. It erases nothing. Once somebody has asked for the purge, the list no
/// longer changes; once it was refused, no other is drawn up for a month.
/// </summary>
public sealed class DrawPurgeReport(InessDbContext db, TimeProvider time)
{
    private const int Slice = 100;

    /// <summary>A report that two people read line by line.</summary>
    private const int MostLines = 500;

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromDays(30);

    /// <summary>Draws it up; how many lines were added.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var refusedSince = now - AfterRefusal;
        if (await db.PurgeReports.AnyAsync(report => report.RefusedAt > refusedSince, cancellationToken)) return 0;
        var report = await db.PurgeReports.OrderBy(report => report.CreatedAt).FirstOrDefaultAsync(report => report.EndedAt == null && report.RefusedAt == null, cancellationToken);
        if (report?.RequestedAt is not null) return 0;
        var known = report is null ? 0 : await db.PurgeReportLines.CountAsync(line => line.ReportId == report.Id, cancellationToken);
        var isNew = report is null;
        report ??= new() { Id = Guid.CreateVersion7(now), CreatedAt = now };
        var lines = await DueAsync(report.Id, MostLines - known, cancellationToken);
        if (lines.Count == 0) return 0;
        if (isNew) db.Add(report);
        else db.Entry(report).Property(changed => changed.Version).IsModified = true;
        db.AddRange(lines);
        await db.CommitAsync(new(Actor.System, "PurgeReportDrawn", ActOn(report.Id), $"{lines.Count} dossiers"), cancellationToken);
        return lines.Count;
    }

    /// <summary>Subject of what is done about a report.</summary>
    internal static string ActOn(Guid report) => $"purge-report/{report}";

    private async Task<List<PurgeReportLine>> DueAsync(Guid report, int most, CancellationToken cancellationToken)
    {
        var today = time.Today();
        // The shortest duration counts from the end: a file that ended later cannot be due.
        var before = today.AddYears(-RetentionRules.File.Years).BeginsAt();
        List<PurgeReportLine> lines = [];
        for (var last = Guid.Empty; lines.Count < most;)
        {
            var after = last;
            var slice = await db.Applications
                .Where(application => application.Number != null && application.Id.CompareTo(after) > 0
                    && (application.Status == FileStatus.Closed || application.Status == FileStatus.Withdrawn)
                    && application.FiledAt < before && !application.History.Any(change => change.At >= before)
                    && !db.PurgeReportLines.Any(line => line.ReportId == report && line.ApplicationId == application.Id))
                .OrderBy(application => application.Id).Select(application => new { application.Id, application.Number }).Take(Slice).ToListAsync(cancellationToken);
            if (slice.Count == 0) break;
            foreach (var file in slice.Take(most - lines.Count))
            {
                var term = await FileTerm.OfAsync(db, file.Id, cancellationToken);
                if (term.LastDay >= today || await WhatRuns.OnAsync(db, file.Id, today, cancellationToken) is not null) continue;
                lines.Add(new() { ReportId = report, ApplicationId = file.Id, FileNumber = file.Number!, KeptFrom = term.From, Ground = term.Rule.Ground });
            }

            last = slice[^1].Id;
        }

        return lines;
    }
}
