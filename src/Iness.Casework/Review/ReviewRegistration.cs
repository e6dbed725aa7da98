using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Review;

/// <summary>The use cases of a file under review.</summary>
public static class ReviewRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddScoped<StartReview>()
        .AddScoped<RuleOnProvision>()
        .AddScoped<RevokeRuling>()
        .AddScoped<CorrectCost>()
        .AddScoped<RevokeCorrection>()
        .AddScoped<CorrectAnswers>()
        .AddScoped<RefreshFacts>()
        .AddScoped<Retaining.RetainFacts>()
        .AddScoped<OtherAids.AskDeMinimisRegister>()
        .AddScoped<AddNote>()
        .AddScoped<ReplyToApplicant>()
        .AddScoped<ReadApplicantMessages>();
}
