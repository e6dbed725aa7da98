using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Iness.Web.Accounts.Passkeys;

/// <summary>What a passkey must be, and of which site: « Portal:Address », else the one the request came to.</summary>
internal sealed class PasskeySettings(IConfiguration configuration) : IConfigureOptions<IdentityPasskeyOptions>
{
    private readonly Uri? portal = Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var address) ? address : null;

    public void Configure(IdentityPasskeyOptions options)
    {
        // The device checks its owner, and knows whose key it is: neither a password nor an address is asked.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ServerDomain = portal?.Host;
        // Identity compares with the header « Origin », which browsers leave out of forms when pages ask them to tell no referrer, as these do.
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, context.HttpContext.Request));
    }

    private bool IsOurs(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var signed)
        && (portal ?? new Uri($"{request.Scheme}://{request.Host}")).GetLeftPart(UriPartial.Authority) == signed.GetLeftPart(UriPartial.Authority);
}
