using Iness.Casework.Jobs;
using Iness.Casework.Partners.Reading;
using Iness.Casework.Partners.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Partners;

/// <summary>What other systems read, and what they are told.</summary>
public static class PartnersRegistration
{
    private const long LargestAnswer = 64 * 1024;

    /// <summary>Registers the use cases and the timed work.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section));
        services.AddHttpClient(SendWebhook.Client, (provider, http) =>
            {
                http.Timeout = provider.GetRequiredService<IOptions<WebhookOptions>>().Value.Timeout;
                http.MaxResponseContentBufferSize = LargestAnswer;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("Iness-Webhooks/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(provider => WebhookHandler.Create(provider.GetRequiredService<IOptions<WebhookOptions>>().Value));
        return services
            .AddScoped<CreateAccessToken>()
            .AddScoped<RevokeAccessToken>()
            .AddScoped<CheckAccessToken>()
            .AddScoped<ReadApplications>()
            .AddSingleton<WebhookSecrets>()
            .AddScoped<SendWebhook>()
            .AddScoped<AddWebhook>()
            .AddScoped<StopWebhook>()
            .AddScoped<SendToWebhook>()
            .AddScoped<ITimedWork, DeliverWebhooks>();
    }
}
