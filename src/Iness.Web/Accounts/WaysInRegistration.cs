using Iness.Web.Accounts.Codes;
using Iness.Web.Accounts.Passkeys;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Iness.Web.Accounts;

/// <summary>The ways to sign in beside the password, and what is asked after it.</summary>
internal static class WaysInRegistration
{
    /// <summary>Registers ProConnect, the codes of an application and the passkeys.</summary>
    public static IServiceCollection AddWaysIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddProConnect(configuration);
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeySettings>();
        return services
            .AddScoped<EnterWithProConnect>()
            .AddScoped<EnableCodes>()
            .AddScoped<DisableCodes>()
            .AddScoped<CheckCode>()
            .AddScoped<AddPasskey>()
            .AddScoped<RenamePasskey>()
            .AddScoped<RemovePasskey>()
            .AddScoped<CheckPasskey>();
    }
}
