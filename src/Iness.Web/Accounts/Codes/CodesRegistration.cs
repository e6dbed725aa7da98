namespace Iness.Web.Accounts.Codes;

/// <summary>Codes of an authenticator application, asked after the password.</summary>
internal static class CodesRegistration
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddAuthenticatorCodes(this IServiceCollection services) => services.AddScoped<EnableCodes>().AddScoped<DisableCodes>().AddScoped<CheckCode>();
}
