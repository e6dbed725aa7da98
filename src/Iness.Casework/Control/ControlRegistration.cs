using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Control;

/// <summary>The use cases of controls.</summary>
public static class ControlRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddScoped<DrawSample>()
        .AddScoped<OpenControl>()
        .AddScoped<EndControl>()
        .AddScoped<CloseFile>();
}
