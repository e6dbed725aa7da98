using Iness.Web.Tests.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Security;

/// <summary>No door is left open by oversight: each endpoint says whether it is for all or for whom.</summary>
public sealed class EveryEndpointTests(ApiHost host) : IClassFixture<ApiHost>
{
    /// <summary>Serves, in development, a static file added since the build; it gives nothing but wwwroot.</summary>
    private const string DevelopmentFiles = "Fallback {**path:file}";

    [Fact]
    public void Endpoint_Any_SaysWhoMayCall()
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);

        var open = endpoints.Where(endpoint => endpoint.DisplayName != DevelopmentFiles && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null);

        Assert.Empty(open.Select(endpoint => endpoint.DisplayName));
    }
}
