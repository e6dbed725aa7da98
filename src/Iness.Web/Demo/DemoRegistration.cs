using Iness.Casework.Mail;

namespace Iness.Web.Demo;

/// <summary>The demonstration: « Demo:Enabled ».</summary>
internal static class DemoRegistration
{
    /// <summary>Registers what prepares it.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<DemoApplications>().AddScoped<DemoFiles>().AddScoped<SeedDemo>();

    /// <summary>Whether this portal is a demonstration.</summary>
    public static bool IsDemo(this IConfiguration configuration) => configuration.GetValue("Demo:Enabled", false);

    /// <summary>Where people reach it. Nothing listens yet while it is prepared: the address is the one it is told to listen on.</summary>
    public static PortalAddress DemoAddress(this IConfiguration configuration) =>
        new(() => configuration["Portal:Address"] is { Length: > 0 } address ? address : (configuration["Urls"] ?? "http://localhost").Split(';')[0]);

    /// <summary>Prepares it, where this portal is one.</summary>
    /// <exception cref="InvalidOperationException">This portal is none, and its database comes from one: anybody could come in.</exception>
    public static async Task PrepareDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<SeedDemo>();
        if (app.Configuration.IsDemo()) await seed.ExecuteAsync(cancellationToken);
        else if (await seed.IsThereAsync(cancellationToken))
            throw new InvalidOperationException("Cette base contient les comptes de la démonstration, dont le mot de passe est public. Indiquez une autre base, ou Demo:Enabled.");
    }
}
