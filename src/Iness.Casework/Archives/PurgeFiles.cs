using System.Data.Common;
using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>Erases the files of the reports that two people confirmed, and draws up the next report; docs/retention.md says why.</summary>
public sealed class PurgeFiles(InessDbContext db, PurgeFile purge, DrawPurgeReport draw, TimeProvider time) : ITimedWork
{
    /// <inheritdoc/>
    public string Name => "purge-files";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (purged, kept) = (0, 0);
        foreach (var report in await db.PurgeReports.AsNoTracking().Where(report => report.ConfirmedAt != null && report.RefusedAt == null && report.EndedAt == null).OrderBy(report => report.ConfirmedAt).ToListAsync(cancellationToken))
        {
            var lines = await db.PurgeReportLines.AsNoTracking().Where(line => line.ReportId == report.Id && line.PurgedAt == null && line.KeptBecause == null).OrderBy(line => line.FileNumber).ToListAsync(cancellationToken);
            foreach (var line in lines)
            {
                if (await WhyKeptAsync(report, line, cancellationToken) is not { } why)
                {
                    purged++;
                    continue;
                }

                await NoteAsync(line, why, cancellationToken);
                kept++;
            }

            await EndAsync(report.Id, cancellationToken);
        }

        var drawn = await draw.ExecuteAsync(cancellationToken);
        return $"Dossiers effacés : {purged}, laissés : {kept}, ajoutés au rapport à lire : {drawn}.";
    }

    /// <summary>A file that cannot be erased is named, and does not keep the others.</summary>
    private async Task<string?> WhyKeptAsync(PurgeReport report, PurgeReportLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await purge.ExecuteAsync(report, line.ApplicationId, cancellationToken);
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException or IOException or UnauthorizedAccessException)
        {
            return $"échec : {exception.GetType().Name}";
        }
    }

    private async Task NoteAsync(PurgeReportLine line, string why, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var kept = await db.PurgeReportLines.SingleAsync(found => found.ReportId == line.ReportId && found.ApplicationId == line.ApplicationId, cancellationToken);
        kept.KeptBecause = why;
        await db.CommitAsync(new(Actor.System, "FileKept", DrawPurgeReport.ActOn(line.ReportId), $"{line.FileNumber} : {why}"), cancellationToken);
    }

    private async Task EndAsync(Guid reportId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var report = await db.PurgeReports.SingleAsync(found => found.Id == reportId, cancellationToken);
        report.EndedAt = time.Instant();
        await db.CommitAsync(new(Actor.System, "PurgeEnded", DrawPurgeReport.ActOn(reportId)), cancellationToken);
    }
}
