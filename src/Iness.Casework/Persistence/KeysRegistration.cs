using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Persistence;

/// <summary>The keys that seal cookies and mailed links, kept in the database: every node, and the command line, opens what another sealed.</summary>
public static class KeysRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddInessKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Iness").PersistKeysToDbContext<InessDbContext>();
        return services;
    }
}
