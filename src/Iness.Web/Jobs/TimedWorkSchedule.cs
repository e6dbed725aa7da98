using Iness.Casework.Jobs;
using Quartz;

namespace Iness.Web.Jobs;

/// <summary>Gives each timed work its timer when the portal starts.</summary>
internal sealed class TimedWorkSchedule(ISchedulerFactory schedulers, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<ITimedWork>())
        {
            var job = JobBuilder.Create<TimedWorkJob>().WithIdentity(work.Name).UsingJobData(TimedWorkJob.Work, work.Name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(work.Name).StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(work.Every).RepeatForever())
                .Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
