using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Accounts;

/// <summary>What people do with their own account.</summary>
public static class AccountUseCases
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services) => services
        .AddScoped<AccountMail>()
        .AddScoped<OpenAccount>()
        .AddScoped<ConfirmAddress>()
        .AddScoped<CheckPassword>()
        .AddScoped<AskNewPassword>()
        .AddScoped<ResetPassword>()
        .AddScoped<ChangePassword>()
        .AddScoped<ChangeName>()
        .AddScoped<EndSession>();
}
