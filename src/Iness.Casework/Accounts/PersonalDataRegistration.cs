using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Accounts;

/// <summary>What people may ask about their own data.</summary>
public static class PersonalDataRegistration
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddScoped<ExportPersonalData>()
        .AddScoped<CloseAccount>();
}
