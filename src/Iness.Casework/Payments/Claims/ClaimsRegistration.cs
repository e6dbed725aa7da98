using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Payments.Claims;

/// <summary>The use cases of the beneficiary's claim.</summary>
public static class ClaimsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddScoped<ClaimFiles>()
        .AddScoped<ReadStoredInvoice>()
        .AddScoped<StartClaim>()
        .AddScoped<AddInvoice>()
        .AddScoped<SaveInvoice>()
        .AddScoped<RemoveInvoice>()
        .AddScoped<MatchLines>()
        .AddScoped<SaveProof>()
        .AddScoped<SaveAccountantList>()
        .AddScoped<GiveBankAccount>()
        .AddScoped<SaveOtherAid>()
        .AddScoped<FileClaim>();
}
