using Iness.Casework.Jobs;
using Iness.Casework.Lapses;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Recoveries;

/// <summary>The use cases of lapses and recoveries, and their timed work.</summary>
public static class RecoveriesRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddRecoveries(this IServiceCollection services) => services
        .AddScoped<LapseGrant>()
        .AddScoped<OpenRecovery>()
        .AddScoped<GiveObservations>()
        .AddScoped<DropRecovery>()
        .AddScoped<DecideRecovery>()
        .AddScoped<ReadRecovery>()
        .AddScoped<DrawRecovery>()
        .AddScoped<RecordRepayment>()
        .AddScoped<ITimedWork, RemindClaims>()
        .AddScoped<ITimedWork, DrawRecoveries>();
}
