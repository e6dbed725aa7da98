using Iness.Casework.Letters;
using Iness.Casework.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Applications;

/// <summary>The use cases of an application.</summary>
public static class ApplicationsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddApplications(this IServiceCollection services) => services
        .AddScoped<StartApplication>()
        .AddScoped<SaveAnswers>()
        .AddScoped<ChooseAnswer>()
        .AddScoped<RemoveItem>()
        .AddScoped<DeleteDraft>()
        .AddScoped<CopyApplication>()
        .AddScoped<FileApplication>()
        .AddScoped<WithdrawApplication>()
        .AddScoped<SendMessage>()
        .AddScoped<ReadMessages>()
        .AddScoped<AnswerMissingItems>()
        .AddScoped<ConfirmSection>()
        .AddScoped<RequestMissingItems>()
        .AddScoped<WithdrawMissingItems>()
        .AddScoped<KeepLetter>();
}
