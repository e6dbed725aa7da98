using System.Globalization;
using System.Threading.RateLimiting;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Scalar.AspNetCore;

namespace Iness.Web.Api;

/// <summary>The public API: what it needs, and where it answers.</summary>
internal static class ApiRegistration
{
    public const string Path = "/api";

    /// <summary>The browsable page stands outside, so that every address under /api answers as a program expects.</summary>
    public const string DocumentationPath = "/documentation-api";

    private const string OpenCors = "open";
    private const string PerAddress = "per-address";
    private const int DefaultPermitsPerMinute = 120;

    public static void AddInessApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Problems.InFrench(context.ProblemDetails));
        // Anyone may ask these from any site: they hold no data and know no session.
        services.AddCors(options => options.AddPolicy(OpenCors, policy => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "POST").WithExposedHeaders("Retry-After")));
        services.AddOpenApi(options => options.AddDocumentTransformer(ContractDocument.Describe).AddDocumentTransformer(PartnersDocument.Describe));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);

        var permits = configuration.GetValue("Api:PermitsPerMinute", DefaultPermitsPerMinute);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(PerAddress, context => RateLimitPartition.GetFixedWindowLimiter(
                ClientNetwork.Of(context), _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
            options.OnRejected = RejectAsync;
        });
    }

    public static void MapInessApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(DocumentationPath, options => options
            .WithTitle("API – Iness")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()).AllowAnonymous();

        var v1 = app.MapGroup(Path + "/v1").RequireCors(OpenCors).RequireRateLimiting(PerAddress).AllowAnonymous();
        v1.MapAssessments();
        v1.MapPrefills();
        v1.MapRegulation();
        // What a token opens is not for the pages of other sites: no CORS there.
        app.MapGroup(Path + "/v1").RequireRateLimiting(PerAddress).MapApplications();
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.TooMany(seconds).ExecuteAsync(context.HttpContext);
    }
}
