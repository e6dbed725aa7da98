using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Notifies what was decided, the oldest first.</summary>
public sealed class NotifyDecisions(InessDbContext db, NotifyDecision notify) : ITimedWork
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public string Name => "notify-decisions";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        // What a later decision has replaced is told by that one.
        var due = await db.Decisions
            .Where(decision => decision.NotifiedAt == null && !db.Decisions.Any(later => later.ApplicationId == decision.ApplicationId && later.At > decision.At))
            .OrderBy(decision => decision.At).Take(Most).Select(decision => decision.Id).ToListAsync(cancellationToken);
        var notified = 0;
        foreach (var decision in due)
        {
            if ((await notify.ExecuteAsync(decision, cancellationToken)).IsDone) notified++;
            db.ChangeTracker.Clear();
        }

        return $"Notifiées : {notified} sur {due.Count}.";
    }
}
