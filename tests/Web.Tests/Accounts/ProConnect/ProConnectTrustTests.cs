using Iness.TestKit.Servers;
using Iness.Web.Accounts.ProConnect;

namespace Iness.Web.Tests.Accounts.ProConnect;

public sealed class ProConnectTrustTests(ProConnectTrustTests.Shared shared) : IClassFixture<ProConnectTrustTests.Shared>
{
    [Theory]
    [InlineData(OidcFault.WrongSignature, "echec")]
    [InlineData(OidcFault.NoSignature, "echec")]
    [InlineData(OidcFault.OtherSubject, "echec")]
    [InlineData(OidcFault.OtherAudience, "echec")]
    [InlineData(OidcFault.OtherIssuer, "echec")]
    [InlineData(OidcFault.Expired, "echec")]
    [InlineData(OidcFault.PlainJson, "echec")]
    [InlineData(OidcFault.Garbled, "echec")]
    [InlineData(OidcFault.TokenRefused, "echec")]
    [InlineData(OidcFault.NoEmail, "incomplete")]
    [InlineData(OidcFault.UserinfoDown, "indisponible")]
    public async Task SignIn_ProviderAtFault_SignsNobodyInAndSaysSo(OidcFault fault, string code)
    {
        var portal = shared.Portal;
        using var browser = new Browser(portal.Address);
        await portal.Provider.FailAsync(fault);

        await browser.SignInAsync(SmallPortal.Camille.Email);
        await portal.Provider.FailAsync(OidcFault.None);

        Assert.Equal(new Uri(portal.Address, $"/connexion?proconnect={code}"), browser.Location);
        Assert.Equal(ProConnectFailure.Find(code)!.Sentence, browser.Text);
        Assert.Null(await browser.WhoAsync());
        using var another = new Browser(portal.Address);
        await another.SignInAsync(SmallPortal.Camille.Email);
        Assert.NotNull(await another.WhoAsync());
    }

    [Theory]
    [InlineData("eidas2", "eidas1", false)]
    [InlineData("eidas2", "eidas2", true)]
    [InlineData("eidas2", "eidas3", true)]
    [InlineData("eidas2", null, false)]
    [InlineData("", null, true)]
    public async Task SignIn_LevelOfIdentification_IsHeldToWhatWasAsked(string asked, string? level, bool accepted)
    {
        await using var portal = await SmallPortal.OpenAsync(("AcrValues", asked));
        using var browser = new Browser(portal.Address);
        await portal.Provider.KnowAsync(SmallPortal.Camille with { Level = level });

        await browser.SignInAsync(SmallPortal.Camille.Email);

        Assert.Equal(accepted, await browser.WhoAsync() is not null);
        if (!accepted) Assert.Equal(ProConnectFailure.LevelTooLow.Sentence, browser.Text);
    }

    [Theory]
    [InlineData("Authority", "http://proconnect.example")]
    [InlineData("Authority", null)]
    [InlineData("ClientId", "")]
    [InlineData("ClientSecret", "")]
    public async Task Open_SettingMissingOrUnsafe_IsRefusedAtStart(string key, string? value) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => SmallPortal.OpenAsync((key, value)));

    [Fact]
    public void Find_UnknownWord_IsNothing() => Assert.Null(ProConnectFailure.Find("<script>"));

    /// <summary>One portal for every fault: the provider is mended after each.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public SmallPortal Portal { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Portal = await SmallPortal.OpenAsync();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
