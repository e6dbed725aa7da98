using Iness.Regulation;
using Iness.Web.Simulation;

namespace Iness.Web.Tests.Simulator;

/// <summary>What a form refuses, with its message; what was typed stays.</summary>
public sealed class FormTests(SimulatorHost host) : IClassFixture<SimulatorHost>
{
    private static readonly (string Name, string Value)[] Line =
        [("categorie", "OnlineShop"), ("montant", "4200"), ("nature", "Service"), ("financement", "Purchase"), ("facture", "oui"), ("commande", "non")];

    private readonly Visitor visitor = new(host);

    [Theory]
    [InlineData("forme-juridique", "forme", "", "forme", "Choisissez la forme juridique")]
    [InlineData("forme-juridique", "forme", "autre", "categorie", "quatre chiffres")]
    [InlineData("agrements", "x", "", "agrements", "Cochez au moins un choix")]
    [InlineData("etape", "etape", "nowhere", "etape", "Choisissez où en est")]
    [InlineData("commune", "commune", "", "commune", "Écrivez le nom")]
    [InlineData("commune", "commune", "Atlantide", "commune", "Aucune commune")]
    [InlineData("commune", "commune", "62400", "choix", "Plusieurs communes")]
    [InlineData("chiffre-affaires", "chiffre-affaires", "", "chiffre-affaires", "Écrivez un montant")]
    [InlineData("chiffre-affaires", "chiffre-affaires", "12,345", "chiffre-affaires", "12 345")]
    [InlineData("chiffre-affaires", "chiffre-affaires", "-1", "chiffre-affaires", "négatif")]
    [InlineData("effectif", "effectif", "sept", "effectif", "7,5")]
    [InlineData("effectif", "effectif", "-1", "effectif", "négatif")]
    [InlineData("effectif", "effectif", "2000000", "effectif", "1 000 000")]
    [InlineData("activite-economique", "activite-economique", "", "activite-economique", "Dites si")]
    [InlineData("code-activite", "code-activite", "boulanger", "code-activite", "88.99B")]
    [InlineData("secteurs", "x", "", "secteurs", "Cochez au moins un choix")]
    [InlineData("impots-cotisations", "impots", "oui", "cotisations", "cotisations sociales")]
    [InlineData("difficulte", "procedure", "non", "sauvetage", "aide au sauvetage")]
    [InlineData("capital", "capital", "10 000", "capitaux-propres", "capitaux propres")]
    [InlineData("autres-aides", "aides", "oui", "montant-aides", "montant total")]
    [InlineData("autres-aides", "minimis", "oui", "montant-minimis", "aides de minimis")]
    [InlineData("autres-aides", "demande", "oui", "depot", "dernière demande")]
    [InlineData("autres-aides", "demande", "", "demande", "déjà déposé")]
    public async Task Question_BadlyAnswered_SaysWhereAndKeepsWhatWasTyped(string slug, string name, string typed, string field, string message)
    {
        await visitor.GoAsync(slug, SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync((name, typed));

        Assert.Equal(slug, visitor.Slug);
        Assert.StartsWith("Erreur : ", visitor.Title, StringComparison.Ordinal);
        Assert.Contains(message, visitor.ErrorOf(field), StringComparison.Ordinal);
        foreach (var link in visitor.Page.QuerySelectorAll(".govuk-error-summary a")) Assert.NotNull(visitor.Page.QuerySelector(link.GetAttribute("href")!));
        if (typed.Length > 0 && visitor.Page.QuerySelector($"input[type=text][name={name}]") is { } input) Assert.Equal(typed, input.GetAttribute("value"));
        if (visitor.Page.QuerySelectorAll($"input[type=radio][name={name}]").FirstOrDefault(input => input.GetAttribute("value") == typed) is { } choice) Assert.True(choice.HasAttribute("checked"));
    }

    [Fact]
    public async Task Exclusive_ChoiceWithAnother_IsRefused()
    {
        await visitor.GoAsync("agrements", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync(("agrements", "esus"), ("agrements", "aucun"));

        Assert.Contains("ne va pas avec un autre choix", visitor.ErrorOf("agrements"), StringComparison.Ordinal);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("input[name=agrements][checked]").Length);
    }

    [Theory]
    [InlineData("5710", "esus scop ei etti eiti aci geiq aucun")]
    [InlineData("5458", "ei etti eiti aci geiq aucun")]
    [InlineData("9220", "ei ai aci geiq aucun")]
    public async Task Approvals_Offered_DependOnTheForm(string category, string offered)
    {
        await visitor.GoAsync("agrements", SimulatorHost.Knowing(new() { LegalCategory = LegalCategory.Parse(category) }));

        Assert.Equal(offered.Split(' '), visitor.Page.QuerySelectorAll("input[name=agrements]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task Contributions_HalfKnown_KeepTheHalf()
    {
        await visitor.GoAsync("impots-cotisations", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync(("impots", "oui"), ("cotisations", "inconnu"));

        Assert.True(visitor.State.Request.Undertaking.TaxUpToDate);
        Assert.Null(visitor.State.Request.Undertaking.SocialUpToDate);
    }

    [Fact]
    public async Task YoungCompany_GivesItsDateAlone()
    {
        await visitor.GoAsync("capital", SimulatorHost.Knowing(new() { LegalCategory = LegalCategory.Parse("5710"), Approvals = Approvals.Esus }));
        await visitor.FillAsync(("creation-jour", "25"), ("creation-mois", "11"), ("creation-annee", "2023"));

        Assert.NotEqual("capital", visitor.Slug);
        Assert.Equal(new(2023, 11, 25), visitor.State.Request.Undertaking.FoundedOn);
    }

    [Theory]
    [InlineData("montant", "12,345", "montant", "12 345")]
    [InlineData("montant", "1.234", "montant", "1 234")]
    [InlineData("montant", "0", "montant", "au moins")]
    [InlineData("montant", "10 000 000,01", "montant", "10 000 000")]
    [InlineData("categorie", "", "categorie", "Choisissez ce que")]
    [InlineData("categorie", "Hardware", "materiel", "type de matériel")]
    [InlineData("nature", "Subscription", "mois", "1 à 120")]
    [InlineData("facture", "", "facture", "à quel nom")]
    [InlineData("financement", "", "financement", "payé")]
    public async Task CostLine_BadlyTyped_SaysWhereAndKeepsTheRest(string name, string typed, string field, string message)
    {
        await visitor.GoAsync("depenses", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync([.. Line.Where(known => known.Name != name), (name, typed), ("libelle", "Boutique « d’été »"), ("suite", "1")]);

        Assert.Equal("depenses", visitor.Slug);
        Assert.StartsWith("Erreur : ", visitor.Title, StringComparison.Ordinal);
        Assert.Contains(message, visitor.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal("Boutique « d’été »", visitor.ValueOf("libelle"));
        if (name != "montant") Assert.Equal("4200", visitor.ValueOf("montant"));
    }

    [Theory]
    [InlineData("25", "après le 24 novembre 2026")]
    [InlineData("31", "n’existe pas")]
    public async Task CostLine_OrderedOnAnImpossibleDay_IsRefused(string day, string message)
    {
        await visitor.GoAsync("depenses", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync([.. Line.Where(known => known.Name != "commande"), ("commande", "oui"), ("date-commande-jour", day), ("date-commande-mois", "11"), ("date-commande-annee", "2026")]);

        Assert.Contains(message, visitor.ErrorOf("date-commande"), StringComparison.Ordinal);
        // The summary stands far from the field: it says which date.
        Assert.Contains("« Si c’est commandé, à quelle date ? » : cette date", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(day, visitor.ValueOf("date-commande-jour"));
    }

    [Fact]
    public async Task CostLines_AreAddedChangedAndRemoved()
    {
        await visitor.GoAsync("depenses", SimulationState.Start(SimulatorHost.Today));
        await visitor.FillAsync([.. Line, ("encore", "1")]);
        await visitor.FillAsync([("categorie", "Hardware"), ("materiel", "Tablet"), ("montant", "1 000"), .. Line[2..], ("encore", "1")]);
        Assert.Equal([Money.Euros(4200), Money.Euros(800)], visitor.Assessment.Costs.Lines.Select(line => line.Retained));
        Assert.Contains("800 € par type de matériel", visitor.Text, StringComparison.Ordinal);

        await visitor.FollowAsync("Modifier Tablette");
        Assert.Equal("1 000", visitor.ValueOf("montant"));
        await visitor.FillAsync([("categorie", "Hardware"), ("materiel", "Tablet"), ("montant", "700"), .. Line[2..], ("encore", "1")]);
        Assert.Equal(Money.Euros(4900), visitor.Assessment.Costs.Eligible);

        await visitor.GoAsync($"{visitor.Address}");
        var remove = visitor.Page.QuerySelectorAll("form").First(form => form.TextContent.Contains("Retirer", StringComparison.Ordinal)).GetAttribute("action")!;
        await visitor.PostAsync(remove, ("ligne", visitor.State.Request.Costs![0].Id));
        Assert.Equal([Money.Euros(700)], visitor.State.Request.Costs!.Select(line => line.Amount));
        Assert.Contains("XCO-3", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CostLines_BeyondWhatALinkCarries_AreRefusedAndKept()
    {
        CostLine[] many = [.. Enumerable.Range(1, CostLineForm.MostLines - 1).Select(n => new CostLine
        {
            Id = $"l{n}", Category = CostCategory.Crm, Nature = CostNature.Acquisition, Amount = new(n * 7919), Label = Noise(n, 60),
        })];
        await visitor.GoAsync("depenses", SimulationState.Start(SimulatorHost.Today).WithCosts(many));
        await visitor.FillAsync([.. Line, ("libelle", Noise(99, 60)), ("encore", "1")]);

        if (visitor.ErrorOf("libelle") is null) Assert.Equal(CostLineForm.MostLines, visitor.State.Request.Costs!.Count);
        Assert.True(visitor.Address.Length < StateLink.Longest + 200);
        Assert.Equal(200, visitor.Status);
    }

    [Fact]
    public async Task Estimate_OfALineBeingTyped_IsThatOfTheRegulation()
    {
        await visitor.GoAsync("depenses", SimulationState.Start(SimulatorHost.Today));
        var estimate = visitor.Page.QuerySelector("form[data-estimate]")!.GetAttribute("data-estimate")!;
        await visitor.PostAsync(estimate, [("categorie", "Crm"), ("montant", "8 000"), ("nature", "Subscription"), ("mois", "24"), .. Line[3..]]);

        var text = visitor.Text;
        Assert.Contains("4 000 €", text, StringComparison.Ordinal);
        Assert.Contains("1 600 €", text, StringComparison.Ordinal);
        Assert.Contains("COS-2", text, StringComparison.Ordinal);
    }

    /// <summary>Letters that do not compress.</summary>
    private static string Noise(int seed, int length)
    {
        var state = (uint)seed * 2654435761;
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)(0x4E00 + ((state = state * 1664525 + 1013904223) >> 18))));
    }
}
