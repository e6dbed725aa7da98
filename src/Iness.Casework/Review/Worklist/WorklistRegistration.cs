using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Review.Worklist;

/// <summary>The use cases of the work list.</summary>
public static class WorklistRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddWorklist(this IServiceCollection services) => services
        .AddScoped<FindFiles>()
        .AddScoped<ReadWorklist>()
        .AddScoped<CountWorklist>()
        .AddScoped<CountDeadlines>()
        .AddScoped<AssignFiles>()
        .AddScoped<SaveView>()
        .AddScoped<DeleteView>()
        .AddScoped<ExportFiles>();
}
