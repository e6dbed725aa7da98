using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Organisations;

/// <summary>The use cases of organisations and of those who act for them.</summary>
public static class OrganisationsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services
        .AddScoped<JoinOrganisation>()
        .AddScoped<InviteColleague>()
        .AddScoped<RevokeInvitation>()
        .AddScoped<AcceptInvitation>()
        .AddScoped<LeaveOrganisation>()
        .AddScoped<HandOver>();
}
