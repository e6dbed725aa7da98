using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.Web.Simulation;

namespace Iness.Web.Tests.Simulator;

public sealed class FlowTests(SimulatorHost host) : IClassFixture<SimulatorHost>
{
    private static readonly (string, string)[] Shop =
    [
        ("categorie", "OnlineShop"), ("montant", "6 000,00 €"), ("nature", "Service"), ("financement", "Purchase"), ("facture", "oui"), ("commande", "non"), ("suite", "1"),
    ];

    private static readonly Dictionary<string, (string, string)[]> Answers = new()
    {
        ["agrements"] = [("agrements", "aucun")],
        ["etape"] = [("etape", "Existing")],
        ["commune"] = [("commune", "Lille")],
        ["chiffre-affaires"] = [("chiffre-affaires", "450 000,50 €")],
        ["effectif"] = [("effectif", "7,5")],
        ["activite-economique"] = [("activite-economique", "oui")],
        ["secteurs"] = [("secteurs", "aucun")],
        ["impots-cotisations"] = [("impots", "oui"), ("cotisations", "oui")],
        ["difficulte"] = [("procedure", "non"), ("sauvetage", "non")],
        ["capital"] = [("capital", "10 000"), ("capitaux-propres", "20 000")],
        ["depenses"] = Shop,
        ["autres-aides"] = [("aides", "non"), ("minimis", "non"), ("demande", "non")],
    };

    [Fact]
    public async Task Association_WithRegister_IsAskedOnlyWhatMatters()
    {
        host.Answer = new CompanySearch.Found([SimulatorHost.Association]);
        var visitor = new Visitor(host);
        await visitor.GoAsync("/simulateur?q=900100017");
        Assert.Equal("structure", visitor.Slug);
        await visitor.FollowAsync("Continuer");

        var asked = await AnswerAllAsync(visitor);

        Assert.Equal(["agrements", "chiffre-affaires", "effectif", "activite-economique", "secteurs", "impots-cotisations", "difficulte", "depenses", "autres-aides"], asked);
        Assert.Equal(OverallVerdict.Eligible, visitor.Assessment.Verdict);
        Assert.Contains("2 400 €", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Company_WithoutRegister_IsAskedItsCapitalButNoEconomicActivity()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("/simulateur");
        await visitor.FollowAsync("Répondre sans recherche");
        await visitor.FillAsync(("forme", "5710"));
        await visitor.FillAsync(("agrements", "esus"));

        var asked = await AnswerAllAsync(visitor);

        Assert.Equal(["etape", "commune", "chiffre-affaires", "effectif", "secteurs", "impots-cotisations", "difficulte", "capital", "depenses", "autres-aides"], asked);
        Assert.Equal(OverallVerdict.Eligible, visitor.Assessment.Verdict);
    }

    [Fact]
    public async Task Company_InCreation_IsNotAskedItsCapital()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("etape", SimulatorHost.Knowing(new() { LegalCategory = LegalCategory.Parse("5710"), Approvals = Approvals.Esus }));
        await visitor.FillAsync(("etape", "Creation"));

        Assert.DoesNotContain("capital", await AnswerAllAsync(visitor));
    }

    [Theory]
    [InlineData("5458")]
    [InlineData("5558")]
    public async Task Cooperative_ByItsForm_IsABeneficiary(string category)
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("forme-juridique", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync(("forme", category));
        Assert.Null(visitor.Page.QuerySelector("input[value=esus]"));

        await AnswerAllAsync(visitor);

        Assert.Equal(OverallVerdict.Eligible, visitor.Assessment.Verdict);
    }

    [Fact]
    public async Task Company_WithoutEsus_IsSentToTheResultAtOnceAndMayGoOn()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("forme-juridique", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync(("forme", "5710"));
        await visitor.FillAsync(("agrements", "aucun"));

        Assert.Equal("resultat", visitor.Slug);
        Assert.Contains("sans agrément ESUS", visitor.Page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);

        await visitor.FollowAsync("Continuer quand même");
        Assert.Equal("etape", visitor.Slug);
        Assert.Contains("capital", await AnswerAllAsync(visitor));
        Assert.DoesNotContain("Continuer quand même", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_Unknown_IsAskedOnceAndSettledByDocuments()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("/simulateur");
        await visitor.FollowAsync("Répondre sans recherche");
        var asked = new List<string>();
        while (visitor.Slug != "resultat")
        {
            asked.Add(visitor.Slug);
            await visitor.FillAsync(
                ("inconnu", "1"), ("impots", "inconnu"), ("cotisations", "inconnu"), ("procedure", "inconnu"), ("sauvetage", "inconnu"), ("aides", "inconnu"), ("minimis", "inconnu"), ("demande", "inconnu"));
        }

        Assert.Distinct(asked);
        Assert.Equal(OverallVerdict.Undetermined, visitor.Assessment.Verdict);
        Assert.Contains("arrêté d’agrément ESUS", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("attestation de régularité fiscale", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Aide estimée", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("main li a"), link => link.TextContent.StartsWith("Répondre", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_FromTheResult_KeepsEverythingElse()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("agrements", SimulatorHost.Knowing(new() { LegalCategory = LegalCategory.Parse("9220") }));
        await AnswerAllAsync(visitor);
        var before = visitor.State;

        await visitor.FollowAsync("Modifier Effectif");
        Assert.Equal("7,5", visitor.ValueOf("effectif"));
        await visitor.FillAsync(("effectif", "20"));

        Assert.Equal("resultat", visitor.Slug);
        Assert.Equal(20, visitor.State.Request.Undertaking.Headcount);
        Assert.Equal(before.Request.Undertaking with { Headcount = 20 }, visitor.State.Request.Undertaking);
        Assert.Equal(before.Request.Costs, visitor.State.Request.Costs);
        Assert.Equal(OverallVerdict.Ineligible, visitor.Assessment.Verdict);
    }

    [Fact]
    public async Task Previous_FromAQuestion_KeepsWhatWasGivenLater()
    {
        var visitor = new Visitor(host);
        await visitor.GoAsync("agrements", SimulatorHost.Knowing(new() { LegalCategory = LegalCategory.Parse("9220") }));
        await visitor.FillAsync(("agrements", "aucun"));
        await visitor.FillAsync(("etape", "Takeover"));
        await visitor.FollowAsync("Précédent");

        Assert.Equal("etape", visitor.Slug);
        Assert.Equal(Approvals.None, visitor.State.Request.Undertaking.Approvals);
        Assert.True(visitor.Page.QuerySelector("#etape-3")!.HasAttribute("checked"));
    }

    private static async Task<List<string>> AnswerAllAsync(Visitor visitor)
    {
        var asked = new List<string>();
        while (visitor.Slug != "resultat")
        {
            asked.Add(visitor.Slug);
            Assert.Distinct(asked);
            await visitor.FillAsync(Answers[visitor.Slug]);
            Assert.Null(visitor.Page.QuerySelector(".govuk-error-summary")?.TextContent);
        }

        return asked;
    }
}
