using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Administration;

/// <summary>The texts of letters: an unknown field is refused by its name, a preview fills the known ones, a version is used by the next letter.</summary>
public sealed class TextsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Text_Edited_IsCheckedPreviewedAndUsed()
    {
        var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Ada Noir", Role.Administrator)));
        await person.GoAsync("/administration/textes");
        await person.FollowAsync("Arrêté attributif");
        await person.PressAsync("Enregistrer", ("introduction", "Pour {{structure}} : {{montent}}."));
        Assert.Contains("Ce texte ne connaît pas : montent.", person.ErrorOf("introduction"), StringComparison.Ordinal);
        Assert.Equal("Pour {{structure}} : {{montent}}.", person.ValueOf("introduction"));

        await person.PressAsync("Voir l’aperçu", ("introduction", "Pour {{structure}} : {{montant}}."), ("fin", "À bientôt."));
        Assert.Contains("Pour Association d’exemple : 2 400 €.", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Enregistrer");
        Assert.Contains("Version 1, du 24 novembre 2026", person.Text, StringComparison.Ordinal);

        var people = await portal.DecisionPeopleAsync("900100017");
        var file = await portal.UnderReviewAsync(people);
        await portal.ProposedAsync(file, people.Officer.Id);
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/courrier");
        Assert.Contains("Pour Les Jardins d’essai : 2 400 €.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("À bientôt.", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_TextOfTheAdministrator_IsWhereAnOfficerStarts()
    {
        var administrator = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Ada Noir", Role.Administrator)));
        await administrator.GoAsync("/administration/textes/question");
        Assert.Null(administrator.Page.QuerySelector("[name=fin]"));
        await administrator.PressAsync("Enregistrer", ("introduction", "Au sujet de {{montant}} ?"));
        Assert.Contains("ne connaît pas : montant", administrator.ErrorOf("introduction"), StringComparison.Ordinal);
        await administrator.PressAsync("Enregistrer", ("introduction", "Au sujet de {{projet}}, {{numero}} :"));

        var (_, _, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number}/echanges");
        await officer.FollowAsync("demander une précision");
        Assert.Equal($"Au sujet de Vendre en ligne, {number} :", officer.ValueOf("message"));
        await officer.PressAsync("Envoyer le message");
        Assert.Contains($"Au sujet de Vendre en ligne, {number} :", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingItems_TextOfTheAdministrator_IntroducesTheLetter()
    {
        var administrator = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Ada Noir", Role.Administrator)));
        await administrator.GoAsync("/administration/textes/elements-manquants");
        await administrator.PressAsync("Enregistrer", ("introduction", "Envoyez ceci avant le {{date_limite}} :"));

        var (_, _, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number}/pieces-manquantes");
        await officer.PressAsync("Relire le courrier", ("demande", "document-Statutes"), ("libelle-document-Statutes", "Vos statuts signés"));
        Assert.Contains("Envoyez ceci avant le 24 décembre 2026 :", officer.Text, StringComparison.Ordinal);
    }
}
