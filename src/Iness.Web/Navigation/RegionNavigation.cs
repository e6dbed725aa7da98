using System.Reflection;
using System.Security.Claims;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Iness.Web.Navigation;

/// <summary>An entry of the navigation of the Région's people.</summary>
/// <param name="Key">What a page says it is in: its « Section ».</param>
/// <param name="Text">What is read.</param>
/// <param name="Paths">Where it leads: the first of these that the person may open.</param>
public sealed record RegionLink(string Key, string Text, params string[] Paths);

/// <summary>
/// The navigation of the Région's people. The right that a page needs is read from the page itself: an entry is shown to those who may
/// open it, and to nobody while there is no such page.
/// </summary>
public sealed class RegionNavigation(EndpointDataSource endpoints, PageLoader pages)
{
    /// <summary>The entries, in order.</summary>
    public static IReadOnlyList<RegionLink> Links { get; } =
    [
        new("files", "Dossiers", "/dossiers"),
        new("decisions", "Propositions", "/decisions"),
        new("batches", "Lots", "/lots"),
        new("budget", "Enveloppes", "/budget"),
        new("payments", "Versements", "/versements"),
        new("control", "Contrôles", "/controles"),
        new("register", "De minimis", "/de-minimis"),
        new("dashboards", "Tableaux de bord", "/tableaux-de-bord"),
        new("administration", "Administration", "/administration"),
    ];

    private volatile Dictionary<string, Right>? rights;

    /// <summary>The entries that a person may open.</summary>
    public async Task<IReadOnlyList<(string Key, string Href, string Text)>> ForAsync(ClaimsPrincipal user)
    {
        var known = rights ??= await ReadAsync();
        return [.. Links
            .Select(link => (link.Key, Href: link.Paths.FirstOrDefault(path => known.TryGetValue(path, out var right) && user.Has(right)), link.Text))
            .Where(link => link.Href is not null)
            .Select(link => (link.Key, link.Href!, link.Text))];
    }

    private async Task<Dictionary<string, Right>> ReadAsync()
    {
        Dictionary<string, Right> found = new(StringComparer.OrdinalIgnoreCase);
        var wanted = Links.SelectMany(link => link.Paths).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            var path = $"/{endpoint.RoutePattern.RawText?.Trim('/')}";
            if (!wanted.Contains(path)) continue;
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                policies.AddRange((await pages.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.GetCustomAttributes<NeedsAttribute>().Select(needs => needs.Policy));
            foreach (var right in Enum.GetValues<Right>().Where(right => policies.Contains(NeedsAttribute.PolicyOf(right)))) found[path] = right;
        }

        return found;
    }
}
