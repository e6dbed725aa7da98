using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Registers the national de minimis register with its timeouts, retries and circuit breaker.</summary>
public static class DeMinimisRegisterRegistration
{
    /// <summary>Adds <see cref="IDeMinimisRegister"/>, configured by the section « DeMinimisRegister ».</summary>
    public static IServiceCollection AddDeMinimisRegister(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(DeMinimisRegisterOptions.Section);
        services.AddOptions<DeMinimisRegisterOptions>().Bind(section).ValidateDataAnnotations()
            .Validate(options => !options.Enabled || (options.BaseAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" } address && address.AbsolutePath.EndsWith('/')),
                "DeMinimisRegister:BaseAddress must be an http or https address that ends with a slash.")
            .Validate(options => options.AttemptTimeout <= options.TotalTimeout, "DeMinimisRegister:AttemptTimeout cannot be longer than DeMinimisRegister:TotalTimeout.")
            .ValidateOnStart();
        if (!section.GetValue(nameof(DeMinimisRegisterOptions.Enabled), false)) return services.AddSingleton<IDeMinimisRegister, ClosedDeMinimisRegister>();

        services.AddHttpClient<IDeMinimisRegister, TabularRegister>((provider, http) =>
            {
                var options = provider.GetRequiredService<IOptions<DeMinimisRegisterOptions>>().Value;
                http.BaseAddress = options.BaseAddress;
                http.MaxResponseContentBufferSize = TabularRegister.LargestAnswer;
                http.Timeout = options.TotalTimeout;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("Iness/1.0");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            .AddResilienceHandler("de-minimis-register", (pipeline, context) =>
            {
                var options = context.ServiceProvider.GetRequiredService<IOptions<DeMinimisRegisterOptions>>().Value;
                pipeline
                    .AddTimeout(options.TotalTimeout)
                    .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = options.Retries, Delay = TimeSpan.FromMilliseconds(150), BackoffType = DelayBackoffType.Exponential, UseJitter = true })
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { FailureRatio = 0.5, MinimumThroughput = 8, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = TimeSpan.FromSeconds(20) })
                    .AddTimeout(options.AttemptTimeout);
            });
        return services;
    }
}
