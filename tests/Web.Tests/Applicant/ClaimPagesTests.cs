using Iness.Casework;
using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.TestKit;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>The claim for payment as somebody without JavaScript makes it.</summary>
public sealed class ClaimPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Iban = "FR76 3000 6000 0112 3456 7890 189";
    private static int organisations;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_ElectronicAndTyped_FromTheFollowUpToItsAcknowledgement()
    {
        var (person, file, organisation) = await NotifiedAsync();
        await person.GoAsync($"/demandes/{file.Id}/suivi");
        await person.FollowAsync("Demander le versement");
        Assert.Contains("Aide accordée : 2 400 €.", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Commencer");
        Assert.Equal(["À faire", "Après les factures", "Après les factures", "À faire", "À faire"], person.Page.QuerySelectorAll(".govuk-task-list__status").Select(state => state.TextContent.Trim()));

        var today = portal.Clock.Today();
        await SendAsync(person, $"/demandes/{file.Id}/versement/factures", "?handler=Add", "fichiers", ClaimWorld.Electronic("FA-1", organisation, today, today, ("Boutique en ligne", 3_000m)), ClaimWorld.Picture("photo.png"));
        Assert.Contains("1 facture à saisir.", person.Text, StringComparison.Ordinal);
        Assert.Contains("lue dans une facture électronique", person.Text, StringComparison.Ordinal);
        await person.FollowAsync("Saisir la facture suivante");
        Assert.Contains("voir=1", person.Page.QuerySelector("iframe")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", person.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var typed = Typed(today);
        await person.PressAsync("Enregistrer la facture", [.. typed.Where(field => field.Item1 != "total-ht"), ("total-ht", "mille")]);
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("mille", "Formateur du Nord", "Formation"), (person.ValueOf("total-ht"), person.ValueOf("fournisseur"), person.ValueOf("ligne-1-libelle")));
        Assert.NotNull(person.ErrorOf("total-ht"));
        await person.PressAsync("Ajouter des lignes");
        Assert.Equal(("mille", 8), (person.ValueOf("total-ht"), person.Page.QuerySelectorAll(".claim-line").Length));
        await person.PressAsync("Enregistrer la facture", ("total-ht", "1 000,00"));
        Assert.Contains("Toutes les factures sont lues ou saisies.", person.Text, StringComparison.Ordinal);

        await person.FollowAsync("Continuer");
        Assert.All(person.Page.QuerySelectorAll("select"), select => Assert.Equal("c1", ((AngleSharp.Html.Dom.IHtmlSelectElement)select).Value));
        await person.PressAsync("Enregistrer et continuer");
        foreach (var invoice in await InvoicesAsync(file)) await ProveAsync(person, file, invoice);

        await SendAsync(person, $"/demandes/{file.Id}/versement/compte", "", "rib", [ClaimWorld.Picture("rib.png")], ("titulaire", "Trésorier"), ("iban", "FR76 3000 6000 0112 3456 7890 188"), ("bic", "AGRIFRPP"));
        Assert.Equal(("FR76 3000 6000 0112 3456 7890 188", "Trésorier"), (person.ValueOf("iban"), person.ValueOf("titulaire")));
        Assert.Contains("Cet IBAN n’existe pas", person.ErrorOf("iban"), StringComparison.Ordinal);
        await SendAsync(person, $"/demandes/{file.Id}/versement/compte", "", "rib", [ClaimWorld.Picture("rib.png")], ("titulaire", organisation.Name), ("iban", Iban), ("bic", "AGRIFRPP"));
        await person.PressAsync("Enregistrer et continuer", ("autres-aides", "non"));

        Assert.Equal("Vérifier et déposer", person.Heading);
        Assert.Equal("1 600 €", person.Page.QuerySelector("#estimation ~ table tr:last-child td")!.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim());
        await person.PressAsync("Déposer la demande de versement");
        Assert.Contains("déclarez que ces dépenses sont payées", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Déposer la demande de versement", ("declare", "oui"));
        Assert.Equal("Demande de versement déposée", person.Heading);
        var pdf = person.Page.QuerySelectorAll("a").Single(link => link.TextContent == "le télécharger (PDF)").GetAttribute("href")!;
        await person.FollowAsync("Lire l’accusé de réception");
        Assert.Contains("Facture FA-1", person.Page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);

        await person.GoAsync($"/demandes/{file.Id}/versement/factures");
        Assert.Equal($"/demandes/{file.Id}/versement", person.Address);
        await person.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("Vous avez demandé le versement", person.Text, StringComparison.Ordinal);
        Assert.Equal(FileStatus.PaymentClaimed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == file.Id).Select(found => found.Status).SingleAsync(Stop)));
        // As PDF, or the same text where nothing draws it.
        await person.GoAsync(pdf);
        Assert.True(person.Response!.Content.Headers.ContentType!.MediaType == "application/pdf" || person.Text.Contains("Le PDF n’est pas disponible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_OverAChangeOfAColleague_LosesNothingTyped()
    {
        var (person, file, _) = await NotifiedAsync();
        await person.GoAsync($"/demandes/{file.Id}/versement");
        await person.PressAsync("Commencer");
        await SendAsync(person, $"/demandes/{file.Id}/versement/factures", "?handler=Add", "fichiers", ClaimWorld.Picture("photo.png"));
        var invoice = Assert.Single(await InvoicesAsync(file));
        var address = $"/demandes/{file.Id}/versement/factures/{invoice}";
        await person.GoAsync(address);
        await person.PostAsync(address, [.. Typed(portal.Clock.Today()), ("vu", "1"), ("lignes", "3")]);

        await person.PostAsync(address, [.. Typed(portal.Clock.Today()).Where(field => field.Item1 != "numero"), ("vu", "1"), ("lignes", "3"), ("numero", "AUTRE")]);

        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("a changé depuis que vous avez ouvert cette page", person.Text, StringComparison.Ordinal);
        Assert.Equal("AUTRE", person.ValueOf("numero"));

        var aids = $"/demandes/{file.Id}/versement/aides";
        await person.GoAsync(aids);
        var seen = person.ValueOf("vue")!;
        await person.PressAsync("Enregistrer et continuer", ("autres-aides", "non"));
        await person.PostAsync(aids, ("vue", seen), ("lignes", "1"), ("autres-aides", "oui"), ("aide-1-organisme", "CCI"), ("aide-1-montant", "500"), ("aide-1-region", "non"));
        Assert.Contains("a changé depuis que vous avez ouvert cette page", person.Text, StringComparison.Ordinal);
        Assert.Equal(("CCI", "500"), (person.ValueOf("aide-1-organisme"), person.ValueOf("aide-1-montant")));
        await person.PressAsync("Enregistrer et continuer");
        Assert.Equal($"/demandes/{file.Id}/versement/verification", person.Address);
    }

    [Fact]
    public async Task Add_NothingOrWhatIsNoInvoice_SaysSoBesideTheField()
    {
        var (person, file, _) = await NotifiedAsync();
        await person.GoAsync($"/demandes/{file.Id}/versement");
        await person.PressAsync("Commencer");

        await SendAsync(person, $"/demandes/{file.Id}/versement/factures", "?handler=Add", "fichiers", new SentFile("facture.xml", () => new MemoryStream("<commande/>"u8.ToArray())));

        Assert.Contains("n’est pas une facture CII ou UBL", person.ErrorOf("factures"), StringComparison.Ordinal);
        await person.PressAsync("Envoyer les factures");
        Assert.Contains("Choisissez au moins un fichier.", person.ErrorOf("factures"), StringComparison.Ordinal);
    }

    private static (string, string)[] Typed(DateOnly day) =>
    [
        ("nature", "facture"), ("fournisseur", "Formateur du Nord"), ("numero", "2026-7"), ("monnaie", "EUR"), ("client", "Les Jardins d’essai"), ("total-ht", "1 000,00"),
        ("date-facture-jour", $"{day.Day}"), ("date-facture-mois", $"{day.Month}"), ("date-facture-annee", $"{day.Year}"),
        ("date-commande-jour", $"{day.Day}"), ("date-commande-mois", $"{day.Month}"), ("date-commande-annee", $"{day.Year}"),
        ("ligne-1-libelle", "Formation"), ("ligne-1-montant", "1000"),
    ];

    private async Task<(Person Person, Application File, Organisation Organisation)> NotifiedAsync()
    {
        var people = await portal.DecisionPeopleAsync($"9301{Interlocked.Increment(ref organisations):00000}");
        var file = await portal.WithDatabaseAsync(db => db.NotifiedAsync(portal.Clock, people));
        var organisation = await portal.WithDatabaseAsync(db => db.Organisations.SingleAsync(found => found.Id == file.OrganisationId, Stop));
        return (await portal.SignedInAsync(people.Applicant), file, organisation);
    }

    private Task<List<Guid>> InvoicesAsync(Application file) => portal.WithDatabaseAsync(db => db.ClaimedInvoices
        .Where(invoice => db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == file.Id)).Select(invoice => invoice.Id).ToListAsync(Stop));

    private async Task ProveAsync(Person person, Application file, Guid invoice)
    {
        var today = portal.Clock.Today();
        await SendAsync(person, $"/demandes/{file.Id}/versement/paiements/{invoice}", "", "document", [ClaimWorld.Picture($"releve-{invoice}.png")],
            ("preuve", "BankStatement"), ("moyen", "Transfer"), ("date-paiement-jour", $"{today.Day}"), ("date-paiement-mois", $"{today.Month}"), ("date-paiement-annee", $"{today.Year}"));
    }

    private static Task SendAsync(Person person, string page, string handler, string field, params SentFile[] files) => SendAsync(person, page, handler, field, files, []);

    /// <summary>Sends a form with files, as the page shows it.</summary>
    private static async Task SendAsync(Person person, string page, string handler, string field, SentFile[] files, params (string Name, string Value)[] fields)
    {
        await person.GoAsync(page);
        var form = new MultipartFormDataContent { { new StringContent(person.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (person.Page.QuerySelector("input[name=vu]")?.GetAttribute("value") is { } seen) form.Add(new StringContent(seen), "vu");
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var file in files) form.Add(new StreamContent(file.Open()), field, file.FileName!);
        await person.SendAsync(new(HttpMethod.Post, page + handler) { Content = form });
    }
}
