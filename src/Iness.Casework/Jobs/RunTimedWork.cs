using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Iness.Casework.Jobs;

/// <summary>Runs timed work on one node at a time, and keeps what came of it for the administrator.</summary>
public sealed partial class RunTimedWork(InessDbContext db, TimeProvider time, ILogger<RunTimedWork> logger)
{
    /// <summary>How long a node has a job without giving news: a node that dies gives it back by then.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int LongestReport = 1000;

    /// <summary>Runs it, unless another node has it; whether it was run. A failure is recorded, and never thrown: the next run is another chance.</summary>
    public async Task<bool> ExecuteAsync(ITimedWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var holder = $"{Environment.MachineName}/{Guid.NewGuid():N}";
        if (holder.Length > 100) holder = holder[^100..];
        if (!await TakeAsync(work.Name, holder, cancellationToken)) return false;

        var (report, hasFailed) = await RunAsync(work, cancellationToken);
        report = report.CutTo(LongestReport);
        var now = time.Instant();
        // Given back even when the node is asked to stop: the others would wait for the lease to run out.
        await db.Jobs.Where(job => job.Name == work.Name && job.Holder == holder).ExecuteUpdateAsync(
            set => set
                .SetProperty(job => job.Holder, (string?)null)
                .SetProperty(job => job.HeldUntil, (DateTime?)null)
                .SetProperty(job => job.EndedAt, now)
                .SetProperty(job => job.Report, report)
                .SetProperty(job => job.HasFailed, hasFailed),
            CancellationToken.None);
        return true;
    }

    /// <summary>One conditional update: of two nodes at the same instant, the second finds nothing left to change.</summary>
    private async Task<bool> TakeAsync(string name, string holder, CancellationToken cancellationToken)
    {
        if (!await db.Jobs.AnyAsync(job => job.Name == name, cancellationToken)) await AddAsync(name, cancellationToken);
        var now = time.Instant();
        var until = now + Lease;
        return await db.Jobs.Where(job => job.Name == name && (job.HeldUntil == null || job.HeldUntil < now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(job => job.Holder, holder)
                .SetProperty(job => job.HeldUntil, until)
                .SetProperty(job => job.StartedAt, now),
            cancellationToken) == 1;
    }

    private async Task AddAsync(string name, CancellationToken cancellationToken)
    {
        var lease = new JobLease { Name = name };
        db.Add(lease);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node was first: the row is there, which is all that was wanted.
        }

        db.Entry(lease).State = EntityState.Detached;
    }

    private async Task<(string Report, bool HasFailed)> RunAsync(ITimedWork work, CancellationToken cancellationToken)
    {
        try
        {
            return (await work.RunAsync(cancellationToken), false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ("Interrompu par l'arrêt du portail : ce qui reste sera fait au prochain passage.", false);
        }
        catch (Exception failure)
        {
            Failed(work.Name, failure);
            return ($"{failure.GetType().Name} : {failure.Message}", true);
        }
    }

    [LoggerMessage(LogLevel.Error, "Timed work {Name} failed")]
    private partial void Failed(string name, Exception failure);
}
