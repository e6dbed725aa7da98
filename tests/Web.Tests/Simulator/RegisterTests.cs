using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Web.Tests.Simulator;

public sealed class RegisterTests(SimulatorHost host) : IClassFixture<SimulatorHost>
{
    private readonly Visitor visitor = new(host);

    [Theory]
    [InlineData("", "Écrivez un SIRET")]
    [InlineData("338365058", "clé de contrôle")]
    [InlineData("33836505", "9 chiffres")]
    [InlineData("12345678901234", "clé de contrôle")]
    public async Task Search_WithABadNumber_SaysSoAndKeepsIt(string typed, string message)
    {
        await visitor.GoAsync($"/simulateur?q={typed}");

        Assert.StartsWith("Erreur : ", visitor.Title, StringComparison.Ordinal);
        Assert.Contains(message, visitor.ErrorOf("q"), StringComparison.Ordinal);
        Assert.Equal("#q", visitor.Page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal(typed, visitor.ValueOf("q") ?? "");
    }

    [Fact]
    public async Task Found_EachFact_HasItsSourceAndDateAndCanBeCorrected()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association with { Turnover = Money.Euros(910_000), TurnoverYear = 2024 }]);
        await visitor.GoAsync("/simulateur?q=900100017");

        Assert.Contains("le 24 novembre 2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("exercice 2024", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("6 à 9 salariés en 2023", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Lille", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.State.Request.Undertaking.Headcount);

        await visitor.FollowAsync("Modifier Chiffre");
        await visitor.FillAsync(("chiffre-affaires", "400 000"));

        Assert.Equal("structure", visitor.Slug);
        Assert.Contains("400 000 €", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("exercice 2024", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaffBand_IsAHint_NeverTheHeadcount()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association]);
        await visitor.GoAsync("/simulateur?q=900100017");
        await visitor.GoAsync("effectif", visitor.State);

        Assert.Contains("6 à 9 salariés en 2023", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("", visitor.ValueOf("effectif") ?? "");
    }

    [Fact]
    public async Task WorkIntegration_FromTheRegister_IsProposedAndStillAsked()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association with { WorkIntegration = Approvals.Ai }]);
        await visitor.GoAsync("/simulateur?q=900100017");
        await visitor.FollowAsync("Continuer");

        Assert.Equal("agrements", visitor.Slug);
        Assert.True(visitor.Page.QuerySelector("input[value=ai]")!.HasAttribute("checked"));
        Assert.Null(visitor.State.Request.Undertaking.Approvals);
    }

    [Fact]
    public async Task Ceased_InTheRegister_IsSaidAtOnceAndCanBeCorrected()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association with { HasCeased = true }]);
        await visitor.GoAsync("/simulateur?q=900100017");
        await visitor.FollowAsync("Continuer");

        Assert.Equal("resultat", visitor.Slug);
        Assert.Contains("Entreprise cessée", visitor.Text, StringComparison.Ordinal);
        await visitor.FollowAsync("Modifier Étape");
        await visitor.FillAsync(("etape", "Existing"));
        Assert.Equal("agrements", visitor.Slug);
    }

    [Theory]
    [InlineData("900100017", true)]
    [InlineData("90010001700012", false)]
    public async Task HeadOffice_Elsewhere_LeavesThePlaceOfTheProjectToBeAsked(string number, bool isAsked)
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association with { Commune = CommuneCode.Parse("75101") }]);
        await visitor.GoAsync($"/simulateur?q={number}");

        Assert.Equal(isAsked, visitor.State.Request.Undertaking.Commune is null);
        Assert.Equal(isAsked ? OverallVerdict.Undetermined : OverallVerdict.Ineligible, visitor.Assessment.Verdict);
    }

    [Fact]
    public async Task Commune_ThatIsNoMore_IsAsked()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association with { Commune = CommuneCode.Parse("59999") }]);
        await visitor.GoAsync("/simulateur?q=900100017");

        Assert.Equal(200, visitor.Status);
        Assert.Null(visitor.State.Request.Undertaking.Commune);
    }

    [Theory]
    [InlineData(true, "ne répond pas")]
    [InlineData(false, "ne connaît pas")]
    public async Task Number_WithoutAnAnswer_TheSameQuestionsAreAsked(bool isDown, string sentence)
    {
        host.Answer = isDown ? new CompanySearch.Unavailable(Unavailability.CircuitOpen) : new CompanySearch.NothingKnown();
        await visitor.GoAsync("/simulateur?q=900100017");

        Assert.Equal("forme-juridique", visitor.Slug);
        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        Assert.Equal("900100017", visitor.State.Request.Undertaking.Siren?.Digits);
        await visitor.FillAsync(("forme", "9220"));
        Assert.DoesNotContain(sentence, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_WithMatches_OffersThemAndNoneOfThem()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association, SimulatorHost.Association with { Name = null, Commune = null }]);
        await visitor.GoAsync("/simulateur?q=jardins");

        Assert.Equal(3, visitor.Page.QuerySelectorAll("input[name=siren]").Length);
        Assert.Contains("Lille, SIREN 900100017, activité 88.99B", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/simulateur?q=jardins&choisir=1");
        Assert.Contains("Choisissez une structure", visitor.ErrorOf("siren"), StringComparison.Ordinal);
        await visitor.GoAsync("/simulateur?q=jardins&choisir=1&siren=aucune");
        Assert.Equal("forme-juridique", visitor.Slug);
    }
}
