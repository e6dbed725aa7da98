using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;

namespace Iness.Web.Accounts;

/// <summary>How many forms of the entry one network may send in a minute: enough for people, too few for a list of passwords. Reading a page is not counted.</summary>
internal sealed class EntryRateLimit(IConfiguration configuration) : IRateLimiterPolicy<IPAddress>
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "account-entry";

    private const int DefaultPermitsPerMinute = 20;

    // No request comes from there: a limiter is kept by network, and that of the pages read must be no network's.
    private static readonly IPAddress Uncounted = IPAddress.Any;

    private readonly int permits = configuration.GetValue("Accounts:EntryPermitsPerMinute", DefaultPermitsPerMinute);

    /// <summary>The error page tells it to the person.</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (context, _) =>
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromMinutes(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => HttpMethods.IsPost(httpContext.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(ClientNetwork.Of(httpContext), _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter(Uncounted);
}
