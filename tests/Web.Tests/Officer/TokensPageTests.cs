using System.Net;
using Iness.Casework.Lifecycle;
using Iness.Web.Tests.Api;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>A token from its making to its end, through the page.</summary>
public sealed class TokensPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/compte/jetons";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_Created_IsShownOnceReadsAndStops()
    {
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync("/compte");
        await officer.FollowAsync("Jetons d’accès");
        await officer.PressAsync("Créer le jeton", ("nom", "Tableau de bord"), ("acces", "applications:read"), ("duree", "90"));
        var secret = officer.Page.QuerySelector("#jeton")!.TextContent;

        using (var read = await portal.AskAsync(secret, "/api/v1/applications")) Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        await officer.GoAsync(Page);
        Assert.DoesNotContain(secret, officer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(secret[..10], officer.Text, StringComparison.Ordinal);
        Assert.Contains("Dernier usage le", officer.Text, StringComparison.Ordinal);

        await officer.PressAsync("Révoquer");
        Assert.Contains("Le jeton est révoqué", officer.Text, StringComparison.Ordinal);
        using var after = await portal.AskAsync(secret, "/api/v1/applications");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Token_BadInput_KeepsWhatWasTyped()
    {
        var (administrator, account) = await portal.AgentAsync(Role.Administrator);
        await administrator.GoAsync(Page);
        // Those who may not export the list are not offered its amounts.
        Assert.Null(administrator.Page.QuerySelector("input[value='applications:amounts']"));
        await administrator.PressAsync("Créer le jeton", ("nom", "Suivi"), ("acces", "decisions:read"), ("duree", "365"));

        Assert.StartsWith("Erreur", administrator.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Suivi", administrator.ValueOf("nom"));
        Assert.Contains("les autres accès le complètent", administrator.ErrorOf("acces"), StringComparison.Ordinal);
        Assert.True(administrator.Page.QuerySelector("input[name=duree][value='365']")!.HasAttribute("checked"));
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.AccessTokens.CountAsync(token => token.AccountId == account.Id, Stop)));
    }
}
