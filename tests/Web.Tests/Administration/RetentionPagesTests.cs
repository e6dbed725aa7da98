using System.IO.Compression;
using Iness.Casework;
using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Administration;

/// <summary>The archive of a file that has ended, and the purge that one person asks for and another confirms, at the browser.</summary>
public sealed class RetentionPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Archive_EndedFile_IsDownloadedWholeAndNoted()
    {
        var people = await portal.DecisionPeopleAsync("900100017");
        var file = await WithdrawnAsync(people);
        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/dossiers/{file.Number}");
        await lead.FollowAsync("Archive");

        using var answer = await PostAsync(lead, lead.Address);

        Assert.Equal(("application/zip", $"{file.Number}.zip"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true)) Assert.Contains(zip.Entries, entry => entry.FullName == $"{file.Number}/data/donnees/application.json");
        bytes.Position = 0;
        var verdict = await VerifyArchive.ExecuteAsync(bytes, null, null, Stop);
        Assert.Null(verdict.Fault);
        await lead.GoAsync(lead.Address);
        Assert.Contains(verdict.ManifestSha256!, lead.Text, StringComparison.Ordinal);

        var open = await portal.UnderReviewAsync(people);
        await lead.GoAsync($"/dossiers/{open.Number}/archive");
        Assert.Contains("Seul un dossier clos ou retiré", lead.Text, StringComparison.Ordinal);
        await lead.PostAsync(lead.Address);
        Assert.Contains("Seul un dossier clos ou retiré", lead.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_AskedByOne_WaitsForAnother()
    {
        var people = await portal.DecisionPeopleAsync("900300013");
        var file = await WithdrawnAsync(people);
        var report = new PurgeReport { Id = Guid.CreateVersion7(), CreatedAt = portal.Clock.Instant() };
        await portal.WithDatabaseAsync(async db =>
        {
            db.Add(report);
            db.Add(new PurgeReportLine { ReportId = report.Id, ApplicationId = file.Id, FileNumber = file.Number!, KeptFrom = new(2010, 1, 1), Ground = RetentionRules.File.Ground });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        var administrator = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Louise Garde", Role.Administrator)));
        await administrator.GoAsync("/administration");
        await administrator.FollowAsync("Conservation des dossiers");
        Assert.Contains("Factures et preuves de paiement", administrator.Text, StringComparison.Ordinal);
        await administrator.FollowAsync("Rapport du");
        Assert.Contains(file.Number!, administrator.Text, StringComparison.Ordinal);
        Assert.Contains("1 janvier 2020", administrator.Text.Replace("1er janvier 2020", "1 janvier 2020", StringComparison.Ordinal), StringComparison.Ordinal);
        await administrator.PressAsync("Demander l’effacement");
        Assert.Contains("Une autre personne doit le confirmer", administrator.Text, StringComparison.Ordinal);
        Assert.Empty(administrator.Page.QuerySelectorAll("main button"));

        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/administration/conservation/{report.Id}");
        await lead.PressAsync("Confirmer l’effacement");
        Assert.Contains("Confirmé par Noé Martin", lead.Text, StringComparison.Ordinal);
        Assert.Empty(lead.Page.QuerySelectorAll("main button"));
        // The file has not passed its time: two people do not make it go.
        Assert.Equal("sa durée de conservation court encore", await portal.WithAsync<PurgeFile, string?>(async purge =>
            await purge.ExecuteAsync(await portal.WithDatabaseAsync(db => db.PurgeReports.AsNoTracking().SingleAsync(found => found.Id == report.Id, Stop)), file.Id, Stop)));
    }

    private static async Task<HttpResponseMessage> PostAsync(Person person, string address)
    {
        var token = person.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        return await person.Http.PostAsync(new Uri(address, UriKind.Relative), form, Stop);
    }

    private async Task<Application> WithdrawnAsync(DecisionPeople people)
    {
        var file = await portal.UnderReviewAsync(people);
        return await portal.WithDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(found => found.Id == file.Id, Stop);
            application.Move(FileAction.Withdraw, people.Applicant.AsActor(), portal.Clock.Instant());
            await db.CommitAsync(new(people.Applicant.AsActor(), "ApplicationWithdrawn", Act.Application(file.Id)), Stop);
            return application;
        });
    }
}
