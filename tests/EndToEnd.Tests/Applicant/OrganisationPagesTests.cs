using Iness.Casework;
using Iness.Casework.Organisations;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>The pages of organisations, invitations and one's own data, as they are and with their errors.</summary>
public sealed class OrganisationPagesTests(Portal portal)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Organisations_WithInvitationsAndErrors_AreAccessible(int width)
    {
        var draft = await Draft.StartAsync(portal);
        await draft.ColleagueAsync(portal, "Sacha Dubois");
        var page = await portal.SignedInAsync(draft.Account, width);
        await page.GotoAsync("/structures");
        await page.PressAsync("Inviter à agir pour Les Jardins d’essai");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Adresse électronique").FillAsync("une.collegue.au.nom.compose@association-exemple.fr");
        await page.PressAsync("Inviter à agir pour Les Jardins d’essai");
        await Assertions.Expect(page.GetByText("Invitations en attente")).ToBeVisibleAsync();
        await page.GetByText("Ne plus agir pour").ClickAsync();
        await page.ExpectAccessibleAsync();

        await page.GotoAsync("/structures/ajouter");
        await page.ExpectAccessibleAsync();
        await page.ContinueAsync();
        await page.ExpectErrorAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task OrganisationOfOthers_IsRefusedInWords(int width)
    {
        var others = await Draft.StartAsync(portal);
        var page = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System)), width);
        await page.GotoAsync("/structures/ajouter");
        await page.GetByLabel("SIREN de votre structure").FillAsync(others.Organisation.Siren);
        await page.ContinueAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Invitation_OpenOrUsed_IsAccessible(int width, bool isOpen)
    {
        var draft = await Draft.StartAsync(portal);
        var secret = InvitationLink.NewSecret();
        var guest = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(TimeProvider.System, "Sacha Dubois");
            var now = TimeProvider.System.Instant();
            db.Add(new Invitation
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = draft.Organisation.Id,
                Email = account.Email!,
                TokenHash = InvitationLink.Hash(secret),
                InvitedBy = draft.Account.Id,
                CreatedAt = now,
                ExpiresAt = now + InvitationLink.Validity,
                AcceptedAt = isOpen ? null : now,
            });
            await db.CommitAsync(new(Casework.Audit.Actor.System, "TestPrepared", "test/1"), TestContext.Current.CancellationToken);
            return account;
        });
        var page = await portal.SignedInAsync(guest, width);
        await page.GotoAsync($"/invitations/{secret}");
        await page.ExpectAccessibleAsync();
        if (!isOpen) return;

        await page.PressAsync("Accepter l’invitation");
        await page.ExpectTitleAsync("Mes structures");
        await Assertions.Expect(page.GetByText("Sacha Dubois (vous)")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task OneOwnData_AndClosing_AreAccessible(int width)
    {
        var page = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System)), width);
        await page.GotoAsync("/compte/donnees");
        await page.ExpectAccessibleAsync();
        await page.GotoAsync("/compte/fermeture");
        await page.ExpectAccessibleAsync();
        await page.PressAsync("Fermer mon compte pour toujours");
        await page.ExpectErrorAsync();
        await page.ChooseAsync("Je veux fermer mon compte pour toujours");
        await page.PressAsync("Fermer mon compte pour toujours");
        await page.ExpectTitleAsync("Votre compte est fermé");
        await page.ExpectAccessibleAsync();
    }
}
