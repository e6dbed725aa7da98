using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>People about to file, or who have just filed.</summary>
internal static class Filer
{
    private static readonly (string, string)[] Declared = [("titre", "Vendre en ligne"), ("attestation", "oui"), ("habilitation", "oui"), ("adresse", "12 rue des Tisserands\n59100 Roubaix")];

    /// <summary>A person who has just filed.</summary>
    public static async Task<(Person Person, Guid Draft)> FiledAsync(this PortalHost portal, string siren)
    {
        var (person, draft) = await portal.FilerAsync(siren);
        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");
        return (person, draft);
    }

    /// <summary>A person with a draft that can be filed.</summary>
    public static async Task<(Person Person, Guid Draft)> FilerAsync(this PortalHost portal, string siren)
    {
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account, Declared));
        });
        return (await portal.SignedInAsync(account), draft);
    }

    /// <summary>The number of an application.</summary>
    public static Task<string?> NumberAsync(this PortalHost portal, Guid draft) =>
        portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.Number).SingleAsync());

    /// <summary>An application filed, of a number that the test makes up; something is awaited of it or not.</summary>
    public static Task<(Account Account, Guid Filed)> FiledAsync(this PortalHost portal, string siren, bool isIncomplete) => portal.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(portal.Clock);
        var id = await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account);
        var now = portal.Clock.Instant();
        var application = await db.Applications.SingleAsync(found => found.Id == id);
        (application.Number, application.FiledAt) = ($"INESS-2026-{siren[..6]}", now);
        application.Move(FileAction.File, account.AsActor(), now);
        if (isIncomplete)
        {
            application.Move(FileAction.RequestMissingItems, new(null, Role.Officer), now);
            var request = Guid.CreateVersion7();
            db.Add(new MissingItemsRequest
            {
                Id = request,
                ApplicationId = id,
                SentAt = now,
                SentBy = account.Id,
                DueOn = now.DayInParis().AddDays(15),
                Items = [new() { Id = Guid.CreateVersion7(), RequestId = request, Section = "projet", Label = "Le nom du projet" }],
            });
        }

        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(id)), CancellationToken.None);
        return (account, id);
    });
}
