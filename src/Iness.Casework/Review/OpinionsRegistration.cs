using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Review;

/// <summary>The use cases of opinions.</summary>
public static class OpinionsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOpinions(this IServiceCollection services) => services
        .AddScoped<AskOpinion>()
        .AddScoped<RevokeOpinion>()
        .AddScoped<GiveOpinion>();
}
