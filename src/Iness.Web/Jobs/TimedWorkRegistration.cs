using Iness.Casework.Jobs;
using Quartz;

namespace Iness.Web.Jobs;

/// <summary>Runs timed work inside the portal: nothing else to install or to watch.</summary>
internal static class TimedWorkRegistration
{
    /// <summary>Adds the timed work and, unless « Jobs:Enabled » is false, what runs it.</summary>
    public static IServiceCollection AddTimedWork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCaseworkJobs();
        if (!configuration.GetValue("Jobs:Enabled", true)) return services;
        services.AddQuartz();
        // A mail on its way is let arrive when the portal stops.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<TimedWorkSchedule>();
        return services;
    }
}
