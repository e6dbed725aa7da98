using System.Security.Claims;
using Iness.Casework.Lifecycle;
using Iness.Casework.Rights;
using Iness.Web.Api;
using Iness.Web.Demo;
using Microsoft.AspNetCore.Authorization;

namespace Iness.Web.Accounts;

/// <summary>Where a session stands with the second factor that the Région asks of its agents; read with the session, at each request.</summary>
/// <param name="IsAsked">Whether this account must have one.</param>
/// <param name="HasCodes">Whether it has codes of an application.</param>
/// <param name="HasPasskey">Whether it has a passkey.</param>
/// <param name="IsProved">Whether this session was opened, or made stronger since, with one.</param>
internal sealed record SecondFactor(bool IsAsked, bool HasCodes, bool HasPasskey, bool IsProved)
{
    /// <summary>Claim that says by what the person proved who they are.</summary>
    public const string MeansClaim = "amr";

    /// <summary>Where one is set.</summary>
    public const string Page = "/compte/second-facteur";

    /// <summary>Whether the account has one.</summary>
    public bool IsSet => HasCodes || HasPasskey;

    /// <summary>Whether this session may reach the pages of the Région.</summary>
    public bool IsEnough => !IsAsked || (IsSet && IsProved);

    /// <summary>Asked of every agent; the fictional people of a demonstration, whose password everybody knows, have nothing to protect.</summary>
    public static bool IsAskedOf(Role role, string? email, IConfiguration configuration) => role != Role.Applicant && !IsExempt(email, configuration);

    /// <summary>Whether an account is one of a demonstration, on a portal that is one.</summary>
    public static bool IsExempt(string? email, IConfiguration configuration) =>
        configuration.IsDemo() && email is not null && email.EndsWith($"@{DemoAccount.Domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a session was opened with a second factor: a passkey asks its owner for a finger, a face or a code.</summary>
    public static bool IsProvedBy(ClaimsPrincipal? session) => session?.FindFirstValue(MeansClaim) is "otp" or "passkey";
}

/// <summary>
/// Keeps an agent who has not set a second factor to the pages of their own account, and an agent who has one but did not use it to the
/// entry: a password alone, known to somebody else, opens nothing and sets nothing.
/// </summary>
internal static class SecondFactorGate
{
    /// <summary>Closes every page that does not say it is open to all; between knowing who asks and knowing whether they may.</summary>
    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<SecondFactor>() is not { IsEnough: false } factor || context.GetEndpoint() is not { } endpoint || IsOpen(endpoint, factor)) return next(context);
        if (context.Request.Headers.XRequestedWith == "XMLHttpRequest") context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else context.Response.Redirect(Towards(factor, HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : null));
        return Task.CompletedTask;
    });

    private static bool IsOpen(Endpoint endpoint, SecondFactor factor) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        // A program that shows a token is no browser, whatever cookie it carries.
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.AuthenticationSchemes == TokenScheme.Name)
        || (endpoint as RouteEndpoint)?.RoutePattern.RawText == "deconnexion"
        || (!factor.IsSet && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == NeedsAttribute.PolicyOf(Right.OwnAccount)));

    private static string Towards(SecondFactor factor, string? wanted) => factor switch
    {
        { IsSet: false } => Landing.Through(SecondFactor.Page, wanted),
        { HasCodes: true } => Landing.Through("/connexion", wanted),
        _ => Landing.Through("/connexion/cle", wanted),
    };
}
