using System.Net;
using Iness.Regulation;
using Iness.Web.Infrastructure;
using Iness.Web.Tests.Api;

namespace Iness.Web.Tests.Public;

public sealed class PublicPagesTests(ApiHost portal) : IClassFixture<ApiHost>
{
    private static readonly string[] Paths = ["/", "/reglement", "/simulateur", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/donnees-ouvertes"];

    public static TheoryData<string> AllPaths => [.. Paths];

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task Page_Each_HasOneTitleInFrenchAndKeepsNothing(string path)
    {
        var page = await Page.GetAsync(portal, path);

        Assert.Equal(HttpStatusCode.OK, page.Response.StatusCode);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.EndsWith("– Iness", page.Title, StringComparison.Ordinal);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), [style], [onclick]"));
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task Page_Each_SkipsNoLevelOfHeading(string path)
    {
        var levels = (await Page.GetAsync(portal, path)).Document.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.TagName[1] - '0').ToList();

        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}."));
    }

    [Fact]
    public async Task Page_Any_CarriesTheSecurityHeaders()
    {
        var headers = (await Page.GetAsync(portal, "/")).Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Links_WithinTheSite_AllLeadSomewhere()
    {
        var checkedPaths = new HashSet<string>();
        foreach (var path in Paths)
        {
            foreach (var link in (await Page.GetAsync(portal, path)).Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!))
            {
                if (!link.StartsWith('/') || !checkedPaths.Add(link)) continue;
                var page = await Page.GetAsync(portal, link);
                Assert.True(page.Response.IsSuccessStatusCode, $"{path} links to {link}: {page.Response.StatusCode}.");
                if (link.Split('#') is [_, var anchor]) Assert.NotNull(page.Document.GetElementById(anchor));
            }
        }

        Assert.Contains("/documentation-api", checkedPaths);
    }

    [Fact]
    public async Task Rules_EachProvision_HasItsPlaceItsRuleAndItsSources()
    {
        var document = (await Page.GetAsync(portal, "/reglement")).Document;

        foreach (var provision in Scheme.Provisions)
        {
            var place = document.GetElementById(provision.Anchor)?.TextContent;
            Assert.NotNull(place);
            Assert.Contains(Typography.French(provision.Rule), place, StringComparison.Ordinal);
            Assert.Contains(Typography.French(provision.Sources[0]), place, StringComparison.Ordinal);
            if (provision.Reading is { } reading) Assert.Contains(Typography.French(reading), place, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nulle-part", HttpStatusCode.NotFound, "Cette page n’existe pas")]
    [InlineData("/simulateur/nulle-part?r=x", HttpStatusCode.NotFound, "Cette page n’existe pas")]
    [InlineData("/simulateur/resultat?r=abc", HttpStatusCode.BadRequest, "Ce lien de simulation ne peut pas être lu")]
    public async Task Failure_ForAPerson_IsAPageInFrench(string path, HttpStatusCode status, string heading)
    {
        var page = await Page.GetAsync(portal, path);

        Assert.Equal(status, page.Response.StatusCode);
        Assert.Equal(heading, page.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Home_SaysWhoWhatHowMuchAndWhere()
    {
        var text = (await Page.GetAsync(portal, "/")).Text;

        foreach (var expected in new[] { "associations", "SCOP", "ESUS", "40 %", "12 000 €", "Booster TPE Numérique", "Pass Cyber", "03 74 27 00 00", "2021.01.01652", "2021.01652", "non conforme" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chiffre d'affaires de 450 000 €, inférieur à 2 000 000 €.", "Chiffre d’affaires de 450_000_€, inférieur à 2_000_000_€.")]
    [InlineData("Lecture : « deux » ; oui ? 40 %", "Lecture_: «_deux_»_; oui_? 40_%")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Typography_Sentences_DoNotBreakWhereFrenchDoesNot(string? plain, string set) =>
        Assert.Equal(set, Typography.French(plain).Replace('\u00A0', '_'));
}
