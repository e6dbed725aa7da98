using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Decisions;

/// <summary>The use cases of decisions, and their timed work.</summary>
public static class DecisionsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddScoped<SetEnvelope>()
        .AddScoped<ProposeDecision>()
        .AddScoped<WithdrawProposal>()
        .AddScoped<CheckProposal>()
        .AddScoped<DeclineProposal>()
        .AddScoped<PreviewLetter>()
        .AddScoped<RewriteLetter>()
        .AddScoped<PrepareBatch>()
        .AddScoped<SendBatch>()
        .AddScoped<DecideBatch>()
        .AddScoped<DecideFile>()
        .AddScoped<NotifyDecision>()
        .AddScoped<ReadDecision>()
        .AddScoped<RegisterAppeal>()
        .AddScoped<RejectAppeal>()
        .AddScoped<DrawDecision>()
        .AddScoped<DrawAgreement>()
        .AddScoped<OfferAgreement>()
        .AddScoped<AcceptAgreement>()
        .AddScoped<SaveLetterText>()
        .AddScoped<ITimedWork, DecideBatches>()
        .AddScoped<ITimedWork, NotifyDecisions>()
        .AddScoped<ITimedWork, DrawDecisions>();
}
