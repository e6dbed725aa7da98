using Iness.Casework.Jobs;
using Quartz;

namespace Iness.Web.Jobs;

/// <summary>One run of one timed work, in a scope of its own. Two runs of the same never overlap on a node; across nodes, the lease sees to it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class TimedWorkJob(IServiceScopeFactory scopes, ILogger<TimedWorkJob> logger) : IJob
{
    /// <summary>Key of the name of the work.</summary>
    public const string Work = "work";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.MergedJobDataMap.GetString(Work)!;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetServices<ITimedWork>().Single(found => found.Name == name);
            await scope.ServiceProvider.GetRequiredService<RunTimedWork>().ExecuteAsync(work, cancellationToken);
        }
        catch (Exception failure)
        {
            // The database is away: the next run is another chance, and the other jobs must go on.
            Failed(name, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Timed work {Name} could not be run")]
    private partial void Failed(string name, Exception failure);
}
