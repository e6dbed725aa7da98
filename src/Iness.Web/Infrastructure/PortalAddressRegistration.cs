using Iness.Casework.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Iness.Web.Infrastructure;

/// <summary>« Portal:Address », and where it is not set (a demonstration, a test) the address the server listens on.</summary>
internal static class PortalAddressRegistration
{
    public static IServiceCollection AddPortalAddress(this IServiceCollection services, IConfiguration configuration) => services.AddSingleton(provider => new PortalAddress(() =>
        configuration["Portal:Address"] is { Length: > 0 } address
            ? address
            : provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost"));
}
