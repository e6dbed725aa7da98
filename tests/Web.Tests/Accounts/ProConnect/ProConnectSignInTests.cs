using System.Net;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Web.Tests.Accounts.ProConnect;

public sealed class ProConnectSignInTests : IAsyncLifetime
{
    private SmallPortal portal = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await SmallPortal.OpenAsync();
        browser = new(portal.Address);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Challenge_Anybody_AsksAsProConnectWants()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri(portal.Address, "/entrer"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var asked = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        Assert.Equal(portal.Provider.Authority.Port, response.Headers.Location.Port);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("eidas1", asked["acr_values"]);
        Assert.Equal("openid given_name usual_name email siret idp_id", asked["scope"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(new Uri(portal.Address, ProConnectRegistration.CallbackPath).AbsoluteUri, asked["redirect_uri"]);
        Assert.True(asked["state"].ToString().Length >= 32);
        Assert.True(asked["nonce"].ToString().Length >= 32);
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignIn_KnownPerson_ComesBackWithWhoItIs()
    {
        await browser.SignInAsync(SmallPortal.Camille.Email);

        Assert.Equal(new Uri(portal.Address, "/moi"), browser.Location);
        var who = await browser.WhoAsync();
        Assert.NotNull(who);
        Assert.NotEmpty(who.IdToken!);
        Assert.Equal(
            new("c0ffee", "camille@association.example", "Camille", "Lefèbvre", "90010001700012", "71144ab3-ee1a-4401-b7b3-79b44f7daeeb", "eidas1", who.IdToken),
            who);
    }

    [Theory]
    [InlineData("90010001700013")]
    [InlineData("pas un SIRET")]
    [InlineData(null)]
    public async Task SignIn_NoSiretThatCanBe_ComesBackWithoutOne(string? siret)
    {
        await portal.Provider.KnowAsync(SmallPortal.Camille with { Siret = siret });

        await browser.SignInAsync(SmallPortal.Camille.Email);

        Assert.Null((await browser.WhoAsync())!.Siret);
    }

    [Fact]
    public async Task SignIn_GivenUp_SaysSoOnTheSignInPage()
    {
        await browser.GoAsync("/entrer");

        await browser.SendAsync("cancel");

        Assert.Equal("/connexion", browser.Location.AbsolutePath);
        Assert.Equal("Vous avez annulé la connexion avec ProConnect.", browser.Text);
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task SignIn_ProviderDownBeforeLeaving_SaysSoOnTheSignInPage()
    {
        await portal.Provider.DisposeAsync();

        await browser.GoAsync("/entrer");

        Assert.Equal("/connexion", browser.Location.AbsolutePath);
        Assert.Equal(ProConnectFailure.Unavailable.Sentence, browser.Text);
    }

    [Fact]
    public async Task SignIn_ReturnOpenedInAnotherBrowser_SignsNobodyIn()
    {
        using var other = new Browser(portal.Address);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri(portal.Address, "/entrer"), TestContext.Current.CancellationToken);
        var state = QueryHelpers.ParseQuery(response.Headers.Location!.Query)["state"].ToString();

        await other.GoAsync(QueryHelpers.AddQueryString(ProConnectRegistration.CallbackPath, new Dictionary<string, string?> { ["code"] = "volé", ["state"] = state }));

        Assert.Equal(ProConnectFailure.Expired.Sentence, other.Text);
        Assert.Null(await other.WhoAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc&state=inventé")]
    [InlineData("?error=server_error")]
    public async Task Return_OutOfNowhere_LeadsToTheSignInPage(string query)
    {
        await browser.GoAsync(ProConnectRegistration.CallbackPath + query);

        Assert.Equal("/connexion", browser.Location.AbsolutePath);
        Assert.NotEmpty(browser.Text);
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task SignOut_SignedIn_EndsTheSessionAtProConnectAndComesBack()
    {
        await browser.SignInAsync(SmallPortal.Camille.Email);

        await browser.GoAsync("/sortir");
        Assert.Equal(portal.Provider.Authority.Port, browser.Location.Port);
        Assert.Contains("id_token_hint=", browser.Location.Query, StringComparison.Ordinal);
        await browser.SendAsync("logout");

        Assert.Equal("Au revoir", browser.Text);
        Assert.Equal(new Uri(portal.Address, "/au-revoir"), browser.Location);
        Assert.Null(await browser.WhoAsync());
        await browser.GoAsync("/entrer");
        Assert.Contains("Adresse électronique", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ProviderDown_ArrivesAllTheSame()
    {
        await portal.Provider.DisposeAsync();

        await browser.GoAsync("/sortir");

        Assert.Equal("Au revoir", browser.Text);
    }
}
