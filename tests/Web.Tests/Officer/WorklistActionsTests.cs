using System.IO.Compression;
using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Web.Navigation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>What is done from the list: entrust, keep a view, take away; and the way there.</summary>
public sealed class WorklistActionsTests(WorklistHost portal) : IClassFixture<WorklistHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Assign_FilesTicked_AreEntrustedAndTheListComesBack()
    {
        var (lead, _) = await portal.EnterAsync(Role.LeadOfficer, "Inès Caron");
        var (_, officer) = await portal.EnterAsync(Role.Officer, "Zoé Instruit");
        await lead.GoAsync("/dossiers?tri=numero&departement=59");
        var number = lead.Page.QuerySelector("input[name=dossier]")!.Id!;

        await lead.PressAsync("Confier", ("dossier", lead.ValueOf(number)!), ("confier", officer.Id.ToString()));

        Assert.Equal("/dossiers?departement=59&tri=numero", lead.Address);
        Assert.Contains($"{number} est confié à Zoé Instruit", lead.Text, StringComparison.Ordinal);
        Assert.Equal(officer.Id, await OfficerAsync(number));
    }

    [Fact]
    public async Task Assign_OneEntrustedMeanwhile_ShowsWhoHasItAndKeepsTheChoice()
    {
        var (lead, _) = await portal.EnterAsync(Role.LeadOfficer, "Inès Caron");
        var (_, officer) = await portal.EnterAsync(Role.Officer, "Zoé Instruit");
        var (_, faster) = await portal.EnterAsync(Role.Officer, "Max Rapide");
        await lead.GoAsync("/dossiers?tri=numero&ordre=decroissant");
        var number = lead.Page.QuerySelector("input[name=dossier]")!.Id!;
        var seen = lead.ValueOf(number)!;
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(file => file.Number == number, Stop)).AssignedToId = faster.Id;
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });

        await lead.PressAsync("Confier", ("dossier", seen), ("confier", officer.Id.ToString()));

        Assert.StartsWith("Erreur : ", lead.Page.Title, StringComparison.Ordinal);
        Assert.Contains("confié à quelqu'un d'autre", lead.ErrorOf("confier")!.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Contains("confié à Max Rapide", lead.Text, StringComparison.Ordinal);
        Assert.Equal(officer.Id.ToString(), lead.ValueOf("confier"));
        await lead.PressAsync("Confier");
        Assert.Equal(officer.Id, await OfficerAsync(number));

        await lead.PressAsync("Confier");
        Assert.Contains("Cochez au moins un dossier", lead.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_Kept_IsFoundAgainByItsOwnerAlone()
    {
        var (person, account) = await portal.EnterAsync(Role.Finance);
        await person.GoAsync("/dossiers?statut=payee&aide-min=2%20000&n=importe");
        await person.PressAsync("Enregistrer la vue", ("nom", "Payées <grosses>"));
        Assert.Equal(200, person.Status);
        await person.FollowAsync("Payées <grosses>");
        Assert.Equal("/dossiers?statut=payee&aide-min=2%20000", person.Address);

        await person.PressAsync("Enregistrer la vue", ("nom", "Payées <grosses>"));
        Assert.Contains("déjà une vue", person.ErrorOf("nom"), StringComparison.Ordinal);
        Assert.Equal("Payées <grosses>", person.ValueOf("nom"));

        var (other, _) = await portal.EnterAsync(Role.Finance);
        await other.GoAsync("/dossiers/vues");
        Assert.DoesNotContain("grosses", other.Text, StringComparison.Ordinal);
        var view = await portal.WithDatabaseAsync(db => db.SavedViews.SingleAsync(found => found.AccountId == account.Id, Stop));
        await other.GoAsync("/dossiers?statut=payee");
        await other.PostAsync("/dossiers/vues?handler=Delete", ("vue", view.Id.ToString()));
        Assert.Equal(404, other.Status);

        await person.GoAsync("/dossiers/vues");
        await person.PressAsync("Supprimer");
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.SavedViews.CountAsync(found => found.AccountId == account.Id, Stop)));
    }

    [Fact]
    public async Task Csv_OfAFilter_HoldsItsFilesAndRunsNoFormula()
    {
        var (person, account) = await portal.EnterAsync(Role.Finance);
        var number = await portal.WithDatabaseAsync(async db =>
        {
            var file = await db.Applications.Include(found => found.Listing).Where(found => found.Listing!.Department == "80").OrderBy(found => found.Number).FirstAsync(Stop);
            file.Title = "=HYPERLINK(\"http://exemple.fr\";1)";
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return file.Number!;
        });

        using var answer = await person.Http.GetAsync(new Uri("/dossiers/export.csv?departement=80&tri=numero", UriKind.Relative), Stop);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("attachment; filename=dossiers-2026-11-24.csv; filename*=UTF-8''dossiers-2026-11-24.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Numéro;Structure;SIREN;", lines[0], StringComparison.Ordinal);
        Assert.Equal(await portal.WithDatabaseAsync(db => db.Listings.CountAsync(listing => listing.Department == "80", Stop)), lines.Length - 1);
        Assert.StartsWith($"{number};", lines[1], StringComparison.Ordinal);
        Assert.Contains(";\"'=HYPERLINK(\"\"http://exemple.fr\"\";1)\";", lines[1], StringComparison.Ordinal);
        Assert.Matches(";80;[a-zé ]+;[a-zé à]+;[0-9]+,[0-9]{2};[0-9]+,[0-9]{2};[0-9]{2}/[0-9]{2}/[0-9]{4};", lines[1]);
        var told = await portal.WithDatabaseAsync(db => db.AuditLog.SingleAsync(entry => entry.ActorId == account.Id && entry.Action == "FilesExported", Stop));
        Assert.Equal("worklist", told.Subject);
    }

    [Fact]
    public async Task Xlsx_OfTheList_IsAWorkbookOfAllItsFiles()
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);

        using var answer = await person.Http.GetAsync(new Uri("/dossiers/export.xlsx", UriKind.Relative), Stop);
        await using var workbook = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(Stop), ZipArchiveMode.Read, leaveOpen: false, null, Stop);

        using var reader = new StreamReader(await workbook.Entries.Single(entry => entry.FullName == "xl/worksheets/sheet1.xml").OpenAsync(Stop));
        var sheet = await reader.ReadToEndAsync(Stop);
        Assert.Equal(WorklistHost.Files + 1, sheet.Split("<row").Length - 1);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        foreach (var number in await portal.WithDatabaseAsync(db => db.Applications.Where(file => file.FiledAt != null).Select(file => file.Number!).ToListAsync(Stop))) Assert.Contains(number, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAnAddressThatCannotBeRead_GoesBackToTheList()
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);
        await person.GoAsync("/dossiers/export.csv?aide-min=beaucoup");
        Assert.Equal("/dossiers?aide-min=beaucoup", person.Address);
        Assert.NotNull(person.ErrorOf("aide-min"));
    }

    [Fact]
    public async Task Navigation_EachRole_LeadsWhereItMayGoAndHoldsTheList()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.System or Role.Applicant)))
        {
            var (person, _) = await portal.EnterAsync(role);
            await person.GoAsync("/dossiers");
            var texts = RegionNavigation.Links.Select(link => link.Text).ToHashSet();
            var links = person.Page.QuerySelectorAll(".site-nav a").Where(link => texts.Contains(link.TextContent)).Select(link => (link.TextContent, Href: link.GetAttribute("href")!)).ToList();
            Assert.Equal(("Dossiers", "/dossiers"), links[0]);
            Assert.Equal(role is Role.Administrator or Role.Auditor, links.Any(link => link.TextContent == "Administration"));
            foreach (var (_, href) in links)
            {
                await person.GoAsync(href);
                Assert.True(person.Status == 200, $"{role} gets {person.Status} at {href}");
                Assert.Equal("page", person.Page.QuerySelector($".site-nav a[href='{href}']")!.GetAttribute("aria-current"));
            }
        }
    }

    private Task<Guid?> OfficerAsync(string number) => portal.WithDatabaseAsync(db => db.Applications.Where(file => file.Number == number).Select(file => file.AssignedToId).SingleAsync(Stop));
}
