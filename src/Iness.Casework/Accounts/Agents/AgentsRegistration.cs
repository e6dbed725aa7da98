using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Accounts.Agents;

/// <summary>What administrators do with the accounts of the Région.</summary>
public static class AgentsRegistration
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddAgents(this IServiceCollection services) => services
        .AddScoped<AgentLink>()
        .AddScoped<InviteAgent>()
        .AddScoped<AcceptAgentInvitation>()
        .AddScoped<ChangeAgentRole>()
        .AddScoped<CloseAgentAccount>()
        .AddScoped<ResetSecondFactor>()
        .AddScoped<Audit.SearchAudit>();
}
