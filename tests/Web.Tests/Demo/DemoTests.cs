using System.Globalization;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Demo;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Demo;

/// <summary>The demonstration has its people and their applications; no other portal does.</summary>
public sealed class DemoTests(DemoTests.DemoHost demo) : IClassFixture<DemoTests.DemoHost>
{
    [Fact]
    public async Task Applicant_OfTheDemonstration_HasFiledAndIsAskedForMore()
    {
        var person = await EnterAsync("demandeur");

        Assert.Equal("/demandes", person.Address);
        Assert.Contains("Vendre nos paniers en ligne", person.Text, StringComparison.Ordinal);
        var (applications, filings) = await demo.WithDatabaseAsync(async db =>
        {
            var own = await db.Applications.Where(found => found.Organisation!.Siren == "010001006" || found.Organisation.Siren == "010002004").OrderBy(found => found.CreatedAt).ToListAsync();
            var ids = own.Select(application => application.Id).ToList();
            return (own, await db.Filings.Where(filing => ids.Contains(filing.ApplicationId)).ToListAsync());
        });
        Assert.Equal([FileStatus.Incomplete, FileStatus.Draft, FileStatus.Filed, FileStatus.Draft], applications.Select(application => application.Status));
        Assert.Equal(2, applications.Count(application => application.Number is not null));
        Assert.All(filings, filing => Assert.Equal(OverallVerdict.Eligible, filing.Verdict));
        Assert.All(filings, filing => Assert.DoesNotContain("des réponses de la partie", filing.Acknowledgement, StringComparison.Ordinal));
        var incomplete = applications.Single(application => application.Status == FileStatus.Incomplete);
        await person.GoAsync($"/demandes/{incomplete.Id}/suivi");
        Assert.Contains("combien de livraisons", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfTheDemonstration_StandInEveryStateThatHasAPage()
    {
        var (statuses, batches, failures) = await demo.WithDatabaseAsync(async db =>
            (await db.Applications.Select(found => found.Status).Distinct().ToListAsync(), await db.DecisionBatches.ToListAsync(), await db.Proposals.CountAsync(proposal => proposal.Failure != null)));
        FileStatus[] expected = [FileStatus.Draft, FileStatus.Filed, FileStatus.Incomplete, FileStatus.UnderReview, FileStatus.Proposed, FileStatus.Notified, FileStatus.PaymentClaimed, FileStatus.Paid, FileStatus.Closed, FileStatus.Withdrawn, FileStatus.Recovery];
        Assert.Equal(expected.Order(), statuses.Order());
        Assert.Equal((1, 1, 1), (batches.Count(batch => batch.SentAt == null), batches.Count(batch => batch is { SentAt: not null, StartedAt: null }), batches.Count(batch => batch.EndedAt != null)));
        Assert.Equal(0, failures);
        var log = demo.WithDatabaseAsync(db => db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        Assert.Contains("FileDecided", await log);
    }

    [Theory]
    [InlineData("instructeur", "/dossiers", "Vendre")]
    [InlineData("instructeur", "/decisions", "INESS-")]
    [InlineData("responsable", "/lots", "Lot de décembre")]
    [InlineData("signataire", "/lots", "Lot de novembre")]
    [InlineData("agent des finances", "/budget", "150 000 €")]
    [InlineData("instructeur", "/versements", "À préparer (3)")]
    [InlineData("responsable", "/versements?etape=a-valider", "Le Moulin Partagé")]
    [InlineData("agent des finances", "/versements/lots", "soldé")]
    [InlineData("responsable", "/versements/caducite", "La Bouée")]
    [InlineData("signataire", "/reversements", "L’Escale Numérique")]
    [InlineData("instructeur", "/controles", "La Ruche de Thiérache")]
    [InlineData("responsable", "/de-minimis", "La Ressourcerie des Dunes")]
    [InlineData("responsable", "/compte/jetons", "Entrepôt de données de la Région")]
    [InlineData("demandeur", "/donnees-ouvertes", "aides accordées")]
    [InlineData("auditeur", "/administration/journal", "Décision")]
    public async Task Page_OfTheRegion_HasSomethingToShow(string role, string page, string shown)
    {
        var person = await EnterAsync(role);
        await person.GoAsync(page);
        Assert.Equal(200, person.Status);
        Assert.Contains(shown, person.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("administrateur", "/administration")]
    [InlineData("instructeur", "/dossiers")]
    [InlineData("auditeur", "/dossiers")]
    public async Task Others_OfTheDemonstration_LandWhereTheyWork(string role, string home) => Assert.Equal(home, (await EnterAsync(role)).Address);

    [Fact]
    public async Task SecondFactor_OfFictionalPeople_IsNotAskedAndThePageSaysSo()
    {
        var person = await EnterAsync("auditeur");
        await person.GoAsync("/administration");
        Assert.Equal((200, "Administration"), (person.Status, person.Heading));
        await person.GoAsync("/compte/second-facteur");
        Assert.Contains("les comptes fictifs sont dispensés", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_OfARealAgentOfADemonstration_IsAsked()
    {
        await using var portal = new DemoHost();
        var agent = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock, role: Role.Auditor);
            account.TwoFactorEnabled = false;
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(account.Id)), TestContext.Current.CancellationToken);
            return account;
        });
        var person = await portal.SignedInAsync(agent);
        await person.GoAsync("/administration");
        Assert.Equal("Second facteur", person.Heading);
    }

    [Fact]
    public async Task Preparation_Again_AddsNothing()
    {
        var before = await CountAsync();

        await demo.WithAsync<SeedDemo, bool>(async seed =>
        {
            await seed.ExecuteAsync(TestContext.Current.CancellationToken);
            return true;
        });

        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("2027-01-08")]
    [InlineData("2027-09-25")]
    [InlineData("2028-02-29")]
    public async Task Preparation_OnAnotherDay_TellsTheSame(string day)
    {
        await using var portal = new DemoHost();
        portal.Clock.Set(DateTimeOffset.Parse($"{day}T09:00:00Z", CultureInfo.InvariantCulture));

        Assert.Equal(await CountAsync(), await CountAsync(portal));
    }

    [Fact]
    public async Task Preparation_BesideRealPeople_AddsNothing()
    {
        await using var portal = new PortalHost();
        await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock));

        await portal.WithAsync<SeedDemo, bool>(async seed =>
        {
            await seed.ExecuteAsync(TestContext.Current.CancellationToken);
            return true;
        });

        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Door_OfAnotherPortal_DoesNotExist()
    {
        await using var portal = new PortalHost();
        var person = portal.Visitor();
        await person.GoAsync("/connexion");

        await person.PostAsync("/connexion/demo?role=administrateur");
        Assert.Equal(404, person.Status);
        await person.GoAsync("/connexion/demo");

        Assert.Equal(404, person.Status);
    }

    [Fact]
    public async Task Database_OfTheDemonstration_OpensNoOtherPortal()
    {
        var folder = ScratchFolder.New();
        var file = Path.Combine(folder, "iness.db");
        await using (var first = new DemoHost { File = file }) Assert.Equal(DemoAccount.All.Count + DemoAccount.Others.Count, await first.WithDatabaseAsync(db => db.Users.CountAsync()));

        await using var second = new DemoHost { File = file, IsDemo = false };

        Assert.Contains("mot de passe est public", Assert.ThrowsAny<Exception>(() => second.Visitor()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfTheDemonstrationAskedForByAnybody_DoesNotKeepAPortalFromStarting()
    {
        var file = Path.Combine(ScratchFolder.New(), "iness.db");
        await using (var first = new DemoHost { File = file, IsDemo = false })
        {
            await first.WithDatabaseAsync(async db =>
            {
                var account = await db.AccountAsync(first.Clock);
                (account.Email, account.NormalizedEmail, account.EmailConfirmed) = ("camille@demo.invalid", "CAMILLE@DEMO.INVALID", false);
                await db.CommitAsync(new(Actor.Visitor, "AccountAsked", Act.Account(account.Id)), TestContext.Current.CancellationToken);
                return true;
            });
        }

        await using var second = new DemoHost { File = file, IsDemo = false };
        var person = second.Visitor();
        await person.GoAsync("/connexion");

        Assert.Equal(200, person.Status);
    }

    private async Task<Person> EnterAsync(string role)
    {
        var person = demo.Visitor();
        await person.GoAsync("/connexion/demo");
        await person.PressAsync($"Entrer comme {role}");
        Assert.Equal(200, person.Status);
        return person;
    }

    private Task<(int People, int Applications)> CountAsync() => CountAsync(demo);

    private static Task<(int People, int Applications)> CountAsync(PortalHost portal) => portal.WithDatabaseAsync(async db => (await db.Users.CountAsync(), await db.Applications.CountAsync()));

    /// <summary>A portal that is a demonstration, as « make run » starts one.</summary>
    public sealed class DemoHost : PortalHost
    {
        public bool IsDemo { get; init; } = true;

        public string? File { get; init; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Demo:Enabled", IsDemo ? "true" : "false");
            if (File is not null) builder.UseSetting("Database:File", File);
        }
    }
}
