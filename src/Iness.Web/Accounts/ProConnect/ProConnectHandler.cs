using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>The framework's handler, that shows no exception page when ProConnect is down before anybody left for it.</summary>
internal sealed partial class ProConnectHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder htmlEncoder, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, htmlEncoder, encoder)
{
    /// <summary>Signing out here is done by then: without ProConnect, the person simply arrives.</summary>
    public override async Task SignOutAsync(AuthenticationProperties? properties)
    {
        try
        {
            await base.SignOutAsync(properties);
        }
        catch (Exception failure) when (IsDown(failure))
        {
            LogDown(Logger, failure);
            Response.Redirect(properties?.RedirectUri ?? "/");
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            await base.HandleChallengeAsync(properties);
        }
        catch (Exception failure) when (IsDown(failure))
        {
            LogDown(Logger, failure);
            Response.Redirect(ProConnectFailure.Unavailable.Address);
        }
    }

    /// <summary>The framework says so by an invalid operation, around what really happened.</summary>
    private bool IsDown(Exception failure) =>
        !Response.HasStarted && failure is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException && !Context.RequestAborted.IsCancellationRequested;

    [LoggerMessage(LogLevel.Warning, "ProConnect does not answer")]
    private static partial void LogDown(ILogger log, Exception failure);
}
