using System.Net;
using System.Reflection;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Api;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Security;

/// <summary>What belongs to another organisation does not exist: asked of every endpoint that takes an identifier, in its address or in its form.</summary>
public sealed class OwnershipTests(PortalHost portal) : IClassFixture<PortalHost>
{
    /// <summary>Parameters that name nothing of anybody's: a page, an error, a file of the site; and the personal link of an expert, who is whoever holds it.</summary>
    private static readonly HashSet<string> Nobodys = ["avis/token", "simulateur/slug", "erreur/code", "path", "openapi/documentName", "documentation-api/documentName"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoint_WithAnIdentifierOfOthers_FindsNothingAndChangesNothing()
    {
        var others = await OthersProperty.CreateAsync(portal);
        var stranger = await others.StrangerAsync();
        var token = stranger.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        List<string> wrong = [];
        var asked = 0;
        // The owner opens everything first: what opening notes is noted by then.
        await others.Owner.GoAsync($"/demandes/{others.InAddresses["demandes/id"][^1]}/suivi");
        var before = await others.StateAsync();

        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().DistinctBy(endpoint => endpoint.RoutePattern.RawText))
        {
            var handlers = await HandlersAsync(endpoint);
            var expected = await ExpectedAsync(endpoint);
            var addresses = Addresses(endpoint.RoutePattern, others, wrong);
            if (addresses.Any(found => found.IsGuessed) && !await IsThereForOwnerAsync(others, addresses)) wrong.Add($"{endpoint.RoutePattern.RawText}: not even its owner finds it.");
            foreach (var (address, isGuessed) in addresses)
            {
                foreach (var handler in handlers.DefaultIfEmpty(null))
                {
                    var fields = FormOf(handler, endpoint.RoutePattern, others, wrong);
                    if (!isGuessed && fields.Count == 0) continue;
                    asked++;
                    using var request = Request(address, handler, fields, token);
                    using var answer = await stranger.Http.SendAsync(request, Stop);
                    var body = await answer.Content.ReadAsStringAsync(Stop);
                    if (others.Secrets.FirstOrDefault(secret => body.Contains(secret, StringComparison.Ordinal)) is { } leaked) wrong.Add($"{request.Method} {request.RequestUri} shows « {leaked} »");
                    if (answer.StatusCode != expected) wrong.Add($"{request.Method} {request.RequestUri} answers {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(before, await others.StateAsync());
        Assert.True(asked > 40, $"Only {asked} requests: the endpoints are no longer found.");
    }

    /// <summary>What is not there for anybody would prove nothing.</summary>
    private static async Task<bool> IsThereForOwnerAsync(OthersProperty others, IReadOnlyList<(string Address, bool IsGuessed)> addresses)
    {
        foreach (var (address, _) in addresses)
        {
            using var answer = await others.Owner.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            if (answer.StatusCode != HttpStatusCode.NotFound) return true;
        }

        return false;
    }

    /// <summary>Whoever holds the link of an invitation is told that it is not theirs, and nothing of whose it is; the rest is not there at all.</summary>
    private async Task<HttpStatusCode> ExpectedAsync(RouteEndpoint endpoint)
    {
        // A cookie opens nothing there.
        if (endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.AuthenticationSchemes == TokenScheme.Name)) return HttpStatusCode.Unauthorized;
        if (endpoint.RoutePattern.RawText == "invitations/{token}") return HttpStatusCode.OK;
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
        // Pages of the Région say their right on their model, which is known once they are loaded.
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            policies.AddRange((await portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.GetCustomAttributes<NeedsAttribute>().Select(needs => needs.Policy));
        return policies.Exists(policy => policy is not null && policy != NeedsAttribute.PolicyOf(Right.Apply) && policy != NeedsAttribute.PolicyOf(Right.OwnAccount)) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
    }

    private static HttpRequestMessage Request(string address, HandlerMethodDescriptor? handler, Dictionary<string, string> fields, string token)
    {
        if (handler?.Name is { Length: > 0 } name) address += $"?handler={name}";
        if (handler is null || handler.HttpMethod == "Get")
            return new(HttpMethod.Get, address + (fields.Count == 0 ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"))));
        return new(new(handler.HttpMethod.ToUpperInvariant()), address) { Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]) };
    }

    private async Task<IReadOnlyList<HandlerMethodDescriptor?>> HandlersAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return [];
        var compiled = await portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        // A page without a handler for reading is read all the same.
        return compiled.HandlerMethods.Any(handler => handler.HttpMethod == "Get") ? [.. compiled.HandlerMethods] : [null, .. compiled.HandlerMethods];
    }

    /// <summary>The addresses of an endpoint, one for each thing of the others that it could be asked for; the endpoint's own when it takes no identifier.</summary>
    private static IReadOnlyList<(string Address, bool IsGuessed)> Addresses(RoutePattern pattern, OthersProperty others, List<string> wrong)
    {
        var place = pattern.PathSegments.Count == 0 ? "" : string.Concat(pattern.PathSegments[0].Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content));
        IEnumerable<string> addresses = [""];
        foreach (var segment in pattern.PathSegments)
        {
            addresses = addresses.Select(address => address + "/").ToList();
            foreach (var part in segment.Parts)
            {
                if (part is RoutePatternLiteralPart literal) addresses = addresses.Select(address => address + literal.Content).ToList();
                if (part is RoutePatternSeparatorPart separator) addresses = addresses.Select(address => address + separator.Content).ToList();
                if (part is not RoutePatternParameterPart parameter) continue;
                if (Nobodys.Contains(parameter.Name) || Nobodys.Contains($"{place}/{parameter.Name}")) return [];
                if (!others.InAddresses.TryGetValue($"{place}/{parameter.Name}", out var values))
                {
                    wrong.Add($"{pattern.RawText}: nothing of the others is known for « {parameter.Name} ». Add it to {nameof(OthersProperty)}.");
                    return [];
                }

                addresses = addresses.SelectMany(address => values.Select(value => address + value)).ToList();
            }
        }

        return [.. addresses.Select(address => (address.Length == 0 ? "/" : address, pattern.Parameters.Count > 0))];
    }

    /// <summary>What a form of the handler names: identifiers of the others, and anything that reads well for the rest.</summary>
    private static Dictionary<string, string> FormOf(HandlerMethodDescriptor? handler, RoutePattern pattern, OthersProperty others, List<string> wrong)
    {
        Dictionary<string, string> fields = [];
        var hasIdentifier = false;
        foreach (var parameter in handler?.Parameters ?? [])
        {
            var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
            if (pattern.GetParameter(name) is not null) continue;
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            if (type == typeof(Guid))
            {
                hasIdentifier = true;
                if (others.InForms.TryGetValue(name, out var value)) fields[name] = value;
                else wrong.Add($"{pattern.RawText}, {handler!.MethodInfo.Name}: nothing of the others is known for « {name} ». Add it to {nameof(OthersProperty)}.");
            }
            else if (others.Plain.TryGetValue(name, out var plain))
            {
                fields[name] = plain;
            }
        }

        return hasIdentifier || pattern.Parameters.Count > 0 ? fields : [];
    }
}
