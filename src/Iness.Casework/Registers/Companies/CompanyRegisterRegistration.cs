using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Iness.Casework.Registers.Companies;

/// <summary>Registers the company register with its timeouts, retries, circuit breaker and polite rate.</summary>
public static class CompanyRegisterRegistration
{
    private const int SegmentsPerSecond = 10;

    /// <summary>A wait the register asks for beyond this is not worth keeping a person for.</summary>
    private static readonly TimeSpan LongestPoliteWait = TimeSpan.FromSeconds(1);

    /// <summary>Adds <see cref="ICompanyRegister"/>, configured by the section « CompanyRegister ».</summary>
    public static IServiceCollection AddCompanyRegister(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(CompanyRegisterOptions.Section);
        services.AddOptions<CompanyRegisterOptions>().Bind(section).ValidateDataAnnotations()
            .Validate(options => options.BaseAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" } address && address.AbsolutePath.EndsWith('/'),
                "CompanyRegister:BaseAddress must be an http or https address that ends with a slash.")
            .Validate(options => options.AttemptTimeout <= options.TotalTimeout,
                "CompanyRegister:AttemptTimeout cannot be longer than CompanyRegister:TotalTimeout.")
            .ValidateOnStart();
        if (!section.GetValue(nameof(CompanyRegisterOptions.Enabled), true)) return services.AddSingleton<ICompanyRegister, SwitchedOffRegister>();

        services.AddHttpClient<ICompanyRegister, RechercheEntreprises>((provider, http) =>
            {
                var options = provider.GetRequiredService<IOptions<CompanyRegisterOptions>>().Value;
                http.BaseAddress = options.BaseAddress;
                http.MaxResponseContentBufferSize = RechercheEntreprises.LargestAnswer;
                // The pipeline below counts until the headers are there; this bounds the body as well.
                http.Timeout = options.TotalTimeout;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("Iness/1.0");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            .AddResilienceHandler("company-register", (pipeline, context) =>
            {
                var options = context.ServiceProvider.GetRequiredService<IOptions<CompanyRegisterOptions>>().Value;
                var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
                var limiter = PoliteRate(options);
                context.OnPipelineDisposed(limiter.Dispose);
                pipeline
                    .AddTimeout(options.TotalTimeout)
                    .AddRetry(new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = options.Retries,
                        Delay = TimeSpan.FromMilliseconds(150),
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        ShouldHandle = args => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(args.Outcome) && !AsksToWaitLong(args.Outcome.Result, time)),
                    })
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                    {
                        FailureRatio = 0.5,
                        MinimumThroughput = 8,
                        SamplingDuration = TimeSpan.FromSeconds(10),
                        BreakDuration = options.BreakDuration,
                    })
                    .AddRateLimiter(limiter)
                    .AddTimeout(options.AttemptTimeout);
            });
        return services;
    }

    /// <summary>A segment longer than a second: a permit taken late in its segment comes back with it, yet not within the second.</summary>
    private static SlidingWindowRateLimiter PoliteRate(CompanyRegisterOptions options) => new(new()
    {
        PermitLimit = options.RequestsPerSecond,
        Window = TimeSpan.FromSeconds(1) * (SegmentsPerSecond + 1) / SegmentsPerSecond,
        SegmentsPerWindow = SegmentsPerSecond + 1,
        QueueLimit = options.RequestsPerSecond,
    });

    private static bool AsksToWaitLong(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait > LongestPoliteWait,
        { Date: { } date } => date - time.GetUtcNow() > LongestPoliteWait,
        _ => false,
    };
}
