using System.Net;
using System.Reflection;
using Iness.Casework.Lifecycle;
using Iness.Casework.Rights;
using Iness.TestKit;
using Iness.Web.Accounts;
using Iness.Web.Api;
using Iness.Web.Tests.Api;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Security;

/// <summary>Every page and call that is not open to all needs one right of the table, and is shut to the roles that do not hold it.</summary>
public sealed class RightsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    /// <summary>Serves, in development, a static file added since the build; it gives nothing but wwwroot.</summary>
    private const string DevelopmentFiles = "Fallback {**path:file}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoint_NotOpenToAll_NeedsOneRight()
    {
        foreach (var endpoint in await ClosedAsync())
        {
            Assert.True(endpoint.Rights.Count == 1, $"{endpoint.Pattern} needs {(endpoint.Rights.Count == 0 ? "no right of the table" : string.Join(" and ", endpoint.Rights))}.");
        }
    }

    [Fact]
    public async Task Endpoint_EachRole_IsShutExceptToThoseWhoHoldItsRight()
    {
        var endpoints = await ClosedAsync();
        Assert.True(endpoints.Count > 30, $"Only {endpoints.Count} endpoints: they are no longer found.");
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.System))
        {
            var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Camille Roy", role));
            var person = await portal.SignedInAsync(account);
            var token = await portal.TokenAsync(account);
            foreach (var endpoint in endpoints)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address);
                if (endpoint.IsByToken) request.Headers.Authorization = new("Bearer", token);
                using var answer = await person.Http.SendAsync(request, Stop);
                var right = endpoint.Rights.Single();
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Forbidden == !RightsTable.Allows(role, right),
                    $"{role} gets {(int)answer.StatusCode} at {endpoint.Pattern}, which needs {right}.");
            }
        }
    }

    [Fact]
    public async Task Page_WithARightToWrite_TakesNothingFromThoseWhoOnlyRead()
    {
        var pages = (await ClosedAsync()).Where(endpoint => endpoint.ToWrite is not null).ToList();
        Assert.True(pages.Count >= 6, $"Only {pages.Count} pages: they are no longer found.");
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.System))
        {
            var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Camille Roy", role)));
            foreach (var page in pages)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, page.Address);
                using var answer = await person.Http.SendAsync(request, Stop);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Forbidden == !RightsTable.Allows(role, page.ToWrite!.Value),
                    $"{role} gets {(int)answer.StatusCode} on writing at {page.Pattern}, which needs {page.ToWrite}.");
            }
        }
    }

    [Fact]
    public async Task Page_ThatAnAuditorReads_TakesNothingFromThem()
    {
        // What is one's own, and the evidence that an auditor may make.
        Right[] own = [Right.OwnAccount, Right.UseApi, Right.ArchiveFiles];
        var open = (await ClosedAsync()).Where(page => page.Writes && page.ToWrite is null && !own.Contains(page.Rights.Single()) && RightsTable.Allows(Role.Auditor, page.Rights.Single()));
        // The verification reads the whole log, hence a button; views are one's own.
        Assert.Equal(["administration/journal/verification", "dossiers/vues"], open.Select(page => page.Pattern).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EndpointByToken_WithACookieAlone_IsShutToAll()
    {
        var byToken = (await ClosedAsync()).Where(endpoint => endpoint.IsByToken).ToList();
        Assert.NotEmpty(byToken);
        var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Camille Roy", Role.LeadOfficer)));
        foreach (var endpoint in byToken)
        {
            using var answer = await person.Http.GetAsync(new Uri(endpoint.Address, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public void Table_EveryRight_HasAHolder() => Assert.All(Enum.GetValues<Right>(), right => Assert.NotEmpty(RightsTable.HoldersOf(right)));

    [Fact]
    public void Table_Auditor_ChangesNothing() =>
        Assert.Equal(
            [Right.OwnAccount, Right.ReadFiles, Right.ExportFiles, Right.ReadEnvelopes, Right.ReadSystem, Right.ReadAudit, Right.ReadDashboards, Right.UseApi, Right.ArchiveFiles],
            Enum.GetValues<Right>().Where(right => RightsTable.Allows(Role.Auditor, right)));

    [Fact]
    public void Table_NoRole_BothProposesAndDecides() =>
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => RightsTable.Allows(role, Right.Propose) && RightsTable.Allows(role, Right.Decide));

    /// <summary>Pages say their right on their model, which is known once they are loaded, or by their folder.</summary>
    private async Task<List<Door>> ClosedAsync()
    {
        var closed = new List<Door>();
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.DisplayName != DevelopmentFiles))
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) continue;
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
            CompiledPageActionDescriptor? loaded = null;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                loaded = await portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                policies.AddRange(loaded.ModelTypeInfo!.GetCustomAttributes<NeedsAttribute>().Select(needs => needs.Policy));
            }

            closed.Add(new(endpoint, [.. Enum.GetValues<Right>().Where(right => policies.Contains(NeedsAttribute.PolicyOf(right)))])
            {
                ToWrite = loaded?.ModelTypeInfo!.GetCustomAttribute<NeedsToWriteAttribute>()?.Right,
                Writes = loaded?.HandlerMethods.Any(handler => handler.HttpMethod != "Get") == true,
            });
        }

        return closed;
    }

    private sealed record Door(RouteEndpoint Endpoint, IReadOnlyList<Right> Rights)
    {
        public Right? ToWrite { get; init; }

        public bool Writes { get; init; }

        public bool IsByToken => Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.AuthenticationSchemes == TokenScheme.Name);

        public string Pattern => Endpoint.RoutePattern.RawText!;

        public string Address => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));
    }
}
