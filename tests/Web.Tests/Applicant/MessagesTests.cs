using Iness.Casework;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>The messages of a filed application, with their files.</summary>
public sealed class MessagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_Written_IsInTheThreadAndTheAuditLog()
    {
        var (account, filed) = await portal.FiledAsync("900100017", isIncomplete: false);
        var person = await portal.SignedInAsync(account);
        var lead = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Inès Caron", Role.LeadOfficer));
        await person.GoAsync($"/demandes/{filed}/suivi");

        await person.PressAsync("Envoyer le message", ("message", "Bonjour,\n<b>où</b> en est ma demande ?"));

        Assert.Contains("<b>où</b> en est ma demande", person.Text, StringComparison.Ordinal);
        Assert.Contains("Camille Roy", person.Text, StringComparison.Ordinal);
        Assert.True(await portal.WithDatabaseAsync(db => db.AuditLog.AnyAsync(entry => entry.Action == "MessageSent" && entry.Subject == Act.Application(filed))));
        // Confiée à personne : ceux qui attribuent les dossiers sont prévenus, et le voient dans la liste.
        Assert.True(await portal.WithDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.To == lead.Email && mail.ApplicationId == filed && mail.Subject.EndsWith("un message du demandeur"))));
        var officer = await portal.SignedInAsync(lead);
        await officer.GoAsync("/dossiers?tri=numero&ordre=decroissant");
        Assert.Contains("message à lire", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_TooLong_IsKeptAndSaid()
    {
        var (account, filed) = await portal.FiledAsync("900200015", isIncomplete: false);
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{filed}/suivi");
        var tooLong = new string('a', Message.LongestBody + 1);

        await person.PressAsync("Envoyer le message", ("message", tooLong));

        Assert.Equal(tooLong, person.ValueOf("message"));
        Assert.Contains("5000", person.ErrorOf("message"), StringComparison.Ordinal);
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("Aucun message", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WithFiles_GoesWithAllOfThemOrNotAtAll()
    {
        var (account, filed) = await portal.FiledAsync("900600016", isIncomplete: false);
        var person = await portal.SignedInAsync(account);

        await SendAsync(person, filed, ("devis.pdf", DocumentSender.Pdf), ("devis.exe", DocumentSender.Executable));
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Voici le devis", person.ValueOf("message"));
        Assert.Contains("devis.exe", person.ErrorOf("fichiers"), StringComparison.Ordinal);
        Assert.Contains("Aucun message", person.Text, StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.Documents.AnyAsync(document => document.ApplicationId == filed)));

        await SendAsync(person, filed, ("devis.pdf", DocumentSender.Pdf));
        var document = await portal.OnlyDocumentAsync(filed);
        Assert.NotNull(document.MessageId);
        Assert.Equal($"/documents/{document.Id}", person.Page.QuerySelector($"#message-{document.MessageId} a")!.GetAttribute("href"));
        var answer = await person.Http.GetAsync($"/documents/{document.Id}", Stop);
        Assert.Equal(DocumentSender.Pdf, await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Message_FromTheService_IsUnreadUntilTheFollowUpIsOpened()
    {
        var (account, filed) = await portal.FiledAsync("900700014", isIncomplete: false);
        var message = new Message { Id = Guid.CreateVersion7(), ApplicationId = filed, AuthorId = account.Id, IsFromService = true, Body = "Une précision ?", SentAt = portal.Clock.Instant() };
        await portal.WithDatabaseAsync(async db =>
        {
            db.Add(message);
            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(filed)), CancellationToken.None);
            return true;
        });
        var person = await portal.SignedInAsync(account);
        await person.GoAsync("/demandes");
        Assert.Contains("1 message non lu", person.Text, StringComparison.Ordinal);

        await person.GoAsync($"/demandes/{filed}/suivi");
        Assert.Contains("Nouveau", person.Text, StringComparison.Ordinal);
        Assert.Equal(portal.Clock.Instant(), await portal.WithDatabaseAsync(db => db.Messages.Where(found => found.Id == message.Id).Select(found => found.ReadAt).SingleAsync()));
        Assert.True(await portal.WithDatabaseAsync(db => db.AuditLog.AnyAsync(entry => entry.Action == "MessagesRead" && entry.Subject == Act.Application(filed))));

        await person.GoAsync("/demandes");
        Assert.DoesNotContain("non lu", person.Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(Person person, Guid filed, params (string Name, byte[] Content)[] files)
    {
        await person.GoAsync($"/demandes/{filed}/suivi");
        using var form = DocumentSender.Form(person, "", files);
        form.Add(new StringContent("Voici le devis"), "message");
        await person.SendAsync(new(HttpMethod.Post, $"/demandes/{filed}/suivi?handler=Message") { Content = form });
    }
}
