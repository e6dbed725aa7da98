using System.IO.Compression;
using Iness.Casework;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>One's own data, copied and erased on request.</summary>
public sealed class PersonalDataTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_HoldsWhatOneWrote_AndNothingOfOthers()
    {
        var (camille, mine, theirs) = (await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock)), await StoreAsync("mon devis"), await StoreAsync("leur devis"));
        await portal.WithDatabaseAsync(async db =>
        {
            var dominique = await db.AccountAsync(portal.Clock, "Dominique Petit");
            var organisation = await db.OrganisationAsync(portal.Clock, "900100017", camille, dominique);
            var draft = await db.DraftAsync(portal.Clock, organisation, camille, ("besoin", "Mon besoin à moi"));
            await new Casework.Applications.SaveAnswers(db, portal.Clock).ExecuteAsync(draft, "projet", dominique.AsActor(), [new("titre", "Écrit par un collègue", 0), new("besoin", "Autre avis", 0)], Stop);
            await db.DraftAsync(portal.Clock, organisation, dominique, ("besoin", "Brouillon du collègue"));
            db.AddRange(Document(organisation.Id, draft, mine, "../../mon devis.pdf", camille.Id), Document(organisation.Id, draft, theirs, "leur devis.pdf", dominique.Id));
            await db.CommitAsync(new(camille.AsActor(), "Prepared", "test/1"), Stop);
            return true;
        });
        var person = await portal.SignedInAsync(camille);
        await person.GoAsync("/compte/donnees");
        var token = person.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var answer = await person.Http.PostAsync(new Uri("/compte/donnees?handler=Export", UriKind.Relative), form, Stop);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(["documents/001-mon devis.pdf", "donnees.json"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal("mon devis", await TextAsync(zip.Entries[0]));
        var json = await TextAsync(zip.Entries[1]);
        Assert.Contains("Mon besoin à moi", json, StringComparison.Ordinal);
        Assert.Contains(camille.Email!, json, StringComparison.Ordinal);
        foreach (var others in new[] { "collègue", "Autre avis", "Petit", "leur devis" }) Assert.DoesNotContain(others, json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_Confirmed_EndsEverySession()
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock));
        var (person, elsewhere) = (await portal.SignedInAsync(account), await portal.SignedInAsync(account));

        await person.GoAsync("/compte/fermeture");
        await person.PressAsync("Fermer mon compte");
        Assert.NotNull(person.ErrorOf("confirmation"));
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        await person.PressAsync("Fermer mon compte", ("confirmation", "oui"));

        Assert.Equal("Votre compte est fermé", person.Heading);
        Assert.NotNull(await portal.WithDatabaseAsync(db => db.Users.Where(found => found.Id == account.Id).Select(found => found.ClosedAt).SingleAsync(Stop)));
        foreach (var browser in new[] { person, elsewhere })
            Assert.Contains("/connexion", (await browser.Http.GetAsync(new Uri("/compte/donnees", UriKind.Relative), Stop)).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private Task<string> StoreAsync(string content) => portal.WithAsync<IDocumentStore, string>(async store =>
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        return Assert.IsType<StoreAnswer.Stored>(await store.WriteAsync(bytes, 1000, Stop)).Content.Key;
    });

    private StoredDocument Document(Guid organisation, Guid application, string key, string name, Guid by) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = organisation,
        ApplicationId = application,
        Kind = "Quote",
        FileName = name,
        MediaType = "application/pdf",
        Length = 9,
        Sha256 = new('0', 64),
        StorageKey = key,
        UploadedAt = portal.Clock.Instant(),
        UploadedBy = by,
    };

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(Stop));
        return await reader.ReadToEndAsync(Stop);
    }
}
