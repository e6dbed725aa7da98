using Iness.Casework.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Figures;

/// <summary>Figures and open data.</summary>
public static class FiguresRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddSingleton<KeptFigures>()
        .AddScoped<ReadFigures>()
        .AddScoped<WriteOpenGrants>();
}
