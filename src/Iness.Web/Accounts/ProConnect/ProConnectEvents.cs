using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>What is ProConnect's own in an OpenID Connect sign-in; and every failure leads to the sign-in page with a plain sentence.</summary>
internal sealed partial class ProConnectEvents(IOptions<ProConnectOptions> options, ILogger<ProConnectEvents> log) : OpenIdConnectEvents
{
    private readonly ProConnectOptions proConnect = options.Value;

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        if (proConnect.AcrValues.Length > 0) context.ProtocolMessage.AcrValues = proConnect.AcrValues;
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = ProConnectSignOut.IdTokenOf(context.Properties);
        return Task.CompletedTask;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        try
        {
            var tokens = context.TokenEndpointResponse!;
            var level = context.Principal!.FindFirst("acr")?.Value;
            if (!proConnect.Accepts(level)) throw new ProConnectException(ProConnectFailure.LevelTooLow, $"Identified at level « {level} ».");

            var userinfo = await Userinfo.ReadAsync(context.Options, tokens.AccessToken, context.SecurityToken.Subject, context.HttpContext.RequestAborted);
            var identity = ProConnectIdentity.Read(name => userinfo.TryGetPayloadValue<string>(name, out var value) ? value : null)
                ?? throw new ProConnectException(ProConnectFailure.Incomplete, "Userinfo has no e-mail.");
            context.Principal = (identity with { Level = level }).ToPrincipal();
            ProConnectIdentity.KeepIdToken(context.Properties!, tokens.IdToken);
        }
        catch (ProConnectException failure)
        {
            context.Fail(failure);
        }
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.Response.Redirect(ProConnectFailure.Cancelled.Address);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var failure = Classify(context.Failure);
        LogFailure(log, failure.Code, context.Failure);
        context.Response.Redirect(failure.Address);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static ProConnectFailure Classify(Exception? failure) => failure switch
    {
        ProConnectException known => known.Failure,
        HttpRequestException or IOException or OperationCanceledException => ProConnectFailure.Unavailable,
        OpenIdConnectProtocolInvalidNonceException => ProConnectFailure.Expired,
        // The framework tells a lost, late or replayed return by this sentence only.
        AuthenticationFailureException { Message: "Correlation failed." } => ProConnectFailure.Expired,
        _ => ProConnectFailure.Failed,
    };

    [LoggerMessage(LogLevel.Warning, "Sign-in with ProConnect failed: {Code}")]
    private static partial void LogFailure(ILogger log, string code, Exception? failure);
}
