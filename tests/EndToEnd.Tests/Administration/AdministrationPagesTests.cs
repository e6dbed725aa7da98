using Iness.Casework;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.EndToEnd.Tests.Applicant;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Administration;

public sealed class AdministrationPagesTests(Portal shared)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Pages_OfTheAdministrator_AreAccessible(int width)
    {
        var administrator = await shared.WithDatabaseAsync(async db =>
        {
            var now = TimeProvider.System.Instant();
            var refused = OutboxMail.For("adresse.inconnue@association-exemple.fr", "Sacha Dubois", "Votre demande INESS-2026-000007 est déposée", "Bonjour.", now);
            (refused.DueAt, refused.RefusedAt, refused.Attempts, refused.LastError) = (null, now, 1, "550 5.1.1 <adresse.inconnue@association-exemple.fr>: Recipient address rejected");
            var waiting = OutboxMail.For("camille.roy@association-exemple.fr", "Camille Roy", "Sacha Dubois vous invite à agir pour Les Jardins d’essai sur Iness", "Bonjour.", now);
            (waiting.DueAt, waiting.Attempts) = (now.AddHours(1), 2);
            db.AddRange(refused, waiting);
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), TestContext.Current.CancellationToken);
            return await db.AccountAsync(TimeProvider.System, role: Role.Administrator);
        });
        var page = await shared.SignedInAsync(administrator, width);

        await page.GotoAsync("/administration/messages");
        await Assertions.Expect(page.GetByText("550 5.1.1").First).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync();
        await page.GotoAsync("/administration/taches");
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task DemonstrationMails_OnEveryScreen_AreAccessible()
    {
        await using var portal = await shared.BesideAsync(("Demo:Enabled", "true"), ("Letters:WeasyPrint", "absent"));
        var page = await portal.PageAsync(320);
        await page.GotoAsync("/demonstration/messages");
        await page.ExpectAccessibleAsync();
        await Draft.FileAsync(portal);

        // The mail leaves by timed work.
        for (var loads = 0; loads < 200 && await page.Locator("article").CountAsync() == 0; loads++) await page.ReloadAsync();
        foreach (var width in Pages.Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await Assertions.Expect(page.Locator("article").First).ToBeVisibleAsync();
            await page.ExpectAccessibleAsync();
        }
    }
}
