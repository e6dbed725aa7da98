using Iness.Casework.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Archives;

/// <summary>What keeps files that have ended, and lets them go.</summary>
public static class ArchivesRegistration
{
    /// <summary>Registers the use cases and their timed work.</summary>
    public static IServiceCollection AddArchives(this IServiceCollection services) => services
        .AddScoped<ArchiveFile>()
        .AddScoped<DrawPurgeReport>()
        .AddScoped<RequestPurge>()
        .AddScoped<ConfirmPurge>()
        .AddScoped<PurgeFile>()
        .AddScoped<ITimedWork, PurgeFiles>();
}
