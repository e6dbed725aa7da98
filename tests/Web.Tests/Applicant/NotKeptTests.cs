using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>What cannot be saved stays in the form of whoever typed it, with what is wrong beside it.</summary>
public sealed class NotKeptTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Section_TextFarTooLong_IsShownAgainAndSavedOnceShort()
    {
        var desk = await StartAsync("900100017");
        await desk.Person.GoAsync($"{desk.Root}/projet");
        var text = new string('a', Answer.LongestValue + 1);

        await desk.Person.PressAsync("Enregistrer et continuer", ("titre", "Vendre en ligne"), ("besoin", text));
        Assert.StartsWith("Erreur", desk.Person.Page.Title, StringComparison.Ordinal);
        Assert.Equal(text, desk.Person.ValueOf("besoin"));
        Assert.Contains("8000 au plus", desk.Person.ErrorOf("besoin"), StringComparison.Ordinal);
        Assert.Equal("Vendre en ligne", await AnswerAsync(desk, "titre"));

        // Left as it is shown, it is still not saved: said again, not taken for an old answer.
        await desk.Person.PressAsync("Enregistrer et continuer");
        Assert.NotNull(desk.Person.ErrorOf("besoin"));
        await desk.Person.PressAsync("Enregistrer et continuer", ("besoin", "Nous vendons au marché."));
        Assert.Equal("Nous vendons au marché.", await AnswerAsync(desk, "besoin"));
    }

    [Fact]
    public async Task Section_ThirdValue_IsShownAgainWithTheTwoOthers()
    {
        var desk = await StartAsync("900200015");
        await desk.Person.GoAsync($"{desk.Root}/projet");
        await SaveAsync(desk, desk.Account, "projet", "titre", "Vendre en ligne");
        await SaveAsync(desk, desk.Colleague, "projet", "titre", "Notre boutique");

        await desk.Person.PressAsync("Enregistrer et continuer", ("titre", "Nos paniers"));

        Assert.Equal("Nos paniers", desk.Person.ValueOf("titre"));
        Assert.Contains("déjà deux valeurs", desk.Person.ErrorOf("titre"), StringComparison.Ordinal);
        Assert.Contains("Notre boutique", desk.Person.Text, StringComparison.Ordinal);
        Assert.Contains("Vendre en ligne", desk.Person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_OneLineTooMany_IsShownAgain()
    {
        var desk = await StartAsync("900300013", [.. Enumerable.Range(0, 50).Select(i => ($"depenses.l{i:00}.libelle", "Licence"))]);
        await desk.Person.GoAsync($"{desk.Root}/depenses/ajouter");

        await desk.Person.PressAsync("Enregistrer", ("libelle", "Appareil photo"));

        Assert.Equal("Appareil photo", desk.Person.ValueOf("libelle"));
        Assert.Contains("50 lignes au plus", desk.Person.Page.QuerySelector(".govuk-error-summary")?.TextContent, StringComparison.Ordinal);
        await desk.Person.PressAsync("Enregistrer");
        Assert.Equal("Appareil photo", desk.Person.ValueOf("libelle"));
        await desk.Person.PostAsync($"{desk.Person.Address.Split('?')[0]}?handler=Save", ("libelle", "Appareil photo"), ("vu.libelle", "0."));
        Assert.Equal(409, desk.Person.Status);
    }

    [Fact]
    public async Task Item_ChangedByAColleague_IsNotTakenOutUnread()
    {
        var desk = await StartAsync("900400011", ("depenses.l1.libelle", "Licence"));
        await desk.Person.GoAsync($"{desk.Root}/depenses/l1");
        await SaveAsync(desk, desk.Colleague, "depenses", "depenses.l1.montant", "6000");

        await desk.Person.PressAsync("Retirer cette ligne");
        Assert.Contains("vient d’être modifiée", desk.Person.Text.Replace('\'', '’'), StringComparison.Ordinal);
        Assert.Equal("6000", desk.Person.ValueOf("montant"));

        await desk.Person.PressAsync("Retirer cette ligne");
        Assert.Equal($"{desk.Root}/depenses", desk.Person.Address);
        Assert.Null(await AnswerAsync(desk, "depenses.l1.libelle"));
    }

    [Fact]
    public async Task Check_CostThatCanBeRead_StandsOnceInTheTable()
    {
        var desk = await StartAsync("900500018", ("depenses.l1.libelle", "Boutique"), ("depenses.l1.categorie", "OnlineShop"), ("depenses.l1.montant", "6000"), ("depenses.l1.modalite", "Purchase"),
            ("depenses.l1.forme", "Service"), ("depenses.l2.libelle", "Licence"));

        await desk.Person.GoAsync($"{desk.Root}/verification");

        Assert.Contains(desk.Person.Page.QuerySelectorAll(".check-section .item-lines li"), line => line.TextContent.Contains("Licence", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Person.Page.QuerySelectorAll("main h2.govuk-heading-l"), _ => true);
    }

    private async Task<Desk> StartAsync(string siren, params (string, string)[] answers)
    {
        var (account, colleague, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            var colleague = await db.AccountAsync(portal.Clock, "Dominique Petit");
            return (account, colleague, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account, colleague), account, answers));
        });
        return new(account, colleague, draft, await portal.SignedInAsync(account));
    }

    private Task<string?> AnswerAsync(Desk desk, string key) =>
        portal.WithDatabaseAsync(db => db.Answers.Where(answer => answer.ApplicationId == desk.Draft && answer.Key == key).Select(answer => answer.Value).SingleOrDefaultAsync());

    private async Task SaveAsync(Desk desk, Account who, string section, string key, string value)
    {
        var saved = await portal.WithAsync<SaveAnswers, Outcome<SavedAnswers>>(save => save.ExecuteAsync(desk.Draft, section, who.AsActor(), [new(key, value, 0)], CancellationToken.None));
        Assert.True(saved.IsDone, saved.Message);
    }

    private sealed record Desk(Account Account, Account Colleague, Guid Draft, Person Person)
    {
        public string Root => $"/demandes/{Draft}";
    }
}
