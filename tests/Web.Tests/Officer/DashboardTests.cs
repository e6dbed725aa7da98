using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Officer;

/// <summary>The Région's figures: each drawing with its table, by year.</summary>
public sealed class DashboardTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Page_OfAYear_TellsEachFigureInATable()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 10_000);
        await portal.GrantedAsync(people);
        var signatory = await portal.SignedInAsync(people.Signatory);

        await signatory.GoAsync("/tableaux-de-bord");

        Assert.Equal(200, signatory.Status);
        Assert.Equal("Tableaux de bord", signatory.Page.QuerySelector(".site-nav [aria-current]")!.TextContent);
        foreach (var id in new[] { "entonnoir", "delais", "mois", "departements", "categories", "versements" }) Assert.NotNull(signatory.Page.QuerySelector($"table#{id}"));
        Assert.Contains("Nord (59) 1 2 400 €", Spaced(signatory.Page.QuerySelector("#departements")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("11/2026 2 400 € 2 400 € 24 %", Spaced(signatory.Page.QuerySelector("#mois")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(5, signatory.Page.QuerySelectorAll(".department-map path").Length);
        Assert.All(signatory.Page.QuerySelectorAll("svg[role=img]"), drawing => Assert.NotNull(signatory.Page.GetElementById(drawing.GetAttribute("aria-labelledby")!)));

        var csv = await signatory.Http.GetStringAsync(new Uri(signatory.Page.QuerySelector("a[href$='chiffres.csv?annee=2026']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("departements;Nord (59);1;2400,00;;\r\n", csv, StringComparison.Ordinal);
        await signatory.GoAsync("/tableaux-de-bord?annee=2025");
        Assert.Contains("Déposées 0", Spaced(signatory.Page.QuerySelector("#entonnoir")!.TextContent), StringComparison.Ordinal);
        await signatory.GoAsync("/tableaux-de-bord?annee=toutes");
        Assert.Null(signatory.Page.QuerySelector("#mois"));
        Assert.Contains("Déposées 1", Spaced(signatory.Page.QuerySelector("#entonnoir")!.TextContent), StringComparison.Ordinal);
    }

    internal static string Spaced(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
