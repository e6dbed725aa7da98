using Iness.Casework;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Administration;

public sealed class AdministrationTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/administration/messages")]
    [InlineData("/administration/taches")]
    public async Task Page_Anybody_IsForThoseWhoReadTheSystem(string address)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.System))
        {
            var person = await PersonAsync(role);
            await person.GoAsync(address);
            Assert.True((role is Role.Administrator or Role.Auditor ? 200 : 403) == person.Status, $"{role} gets {person.Status} at {person.Address}");
        }

        var visitor = host.Visitor();
        await visitor.GoAsync(address);
        Assert.StartsWith("/connexion", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_RefusedOne_SaysWhyAndIsTriedAgain()
    {
        var mail = OutboxMail.For("<b>perdu</b>@exemple.fr", "Perdu", "Votre demande", "Bonjour", host.Clock.Instant());
        (mail.DueAt, mail.RefusedAt, mail.Attempts, mail.LastError) = (null, host.Clock.Instant(), 20, "550 boîte inconnue");
        await host.WithDatabaseAsync(db =>
        {
            db.Add(mail);
            return db.SaveChangesAsync(Stop);
        });
        var person = await PersonAsync(Role.Administrator);
        await person.GoAsync("/administration/messages");
        Assert.Contains("550 boîte inconnue", person.Text, StringComparison.Ordinal);
        Assert.Contains("<b>perdu</b>@exemple.fr", person.Text, StringComparison.Ordinal);

        await person.PressAsync("Réessayer");

        Assert.Contains("va être envoyé de nouveau", person.Text, StringComparison.Ordinal);
        var again = await host.WithDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(found => found.Id == mail.Id, Stop));
        Assert.Equal((host.Clock.Instant(), null, 0), (again.DueAt, again.RefusedAt, again.Attempts));
        var line = await host.WithDatabaseAsync(db => db.AuditLog.AsNoTracking().SingleAsync(entry => entry.Subject == $"mail/{mail.Id}", Stop));
        Assert.Equal(("MailRetried", Role.Administrator), (line.Action, line.ActorRole));
        Assert.NotNull(line.ActorId);
    }

    [Fact]
    public async Task Jobs_FailedOne_SaysWhatItMet()
    {
        await host.WithDatabaseAsync(db =>
        {
            db.Add(new JobLease { Name = "purge", StartedAt = host.Clock.Instant(), EndedAt = host.Clock.Instant(), HasFailed = true, Report = "IOException : le disque est plein" });
            return db.SaveChangesAsync(Stop);
        });
        var person = await PersonAsync(Role.Administrator);

        await person.GoAsync("/administration/taches");

        Assert.Contains("Échec", person.Text, StringComparison.Ordinal);
        Assert.Contains("le disque est plein", person.Text, StringComparison.Ordinal);
        Assert.Contains("Envoi des messages", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemoMails_OutsideTheDemo_DoNotExist()
    {
        var visitor = host.Visitor();
        await visitor.GoAsync("/demonstration/messages");
        Assert.Equal(404, visitor.Status);
    }

    private async Task<Person> PersonAsync(Role role) => await host.SignedInAsync(await host.WithDatabaseAsync(db => db.AccountAsync(host.Clock, "Alix Martin", role)));
}

/// <summary>The pages of the demo, with its timers running.</summary>
public sealed class DemoMailsTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task DemoMails_MailWritten_LeavesByTheTimerAndIsShownEncodedWithItsLink()
    {
        await host.WithDatabaseAsync(db =>
        {
            db.Add(OutboxMail.For("a@exemple.fr", "A", "Objet <i>", "Ouvrez <script>x</script> ici : http://localhost/compte/confirmer?c=1&d=2.", TimeProvider.System.Instant()));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var visitor = host.Visitor();
        for (var tries = 0; tries < 60; tries++)
        {
            await visitor.GoAsync("/demonstration/messages");
            if (visitor.Text.Contains("Objet <i>", StringComparison.Ordinal)) break;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }

        Assert.Contains("Objet <i>", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<script>x</script> ici : http://localhost/compte/confirmer?c=1&d=2.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("http://localhost/compte/confirmer?c=1&d=2", visitor.Page.QuerySelectorAll("article").Single(article => article.TextContent.Contains("Objet <i>", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href"));
    }
}

/// <summary>The portal as a demonstration.</summary>
public sealed class DemoHost : PortalHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // As « make run » on a machine without the program that draws letters: mails do not wait for forty of them.
        builder.UseSetting("Demo:Enabled", "true").UseSetting("Jobs:Enabled", "true").UseSetting("Letters:WeasyPrint", "absent");
        Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(1));
    }
}
