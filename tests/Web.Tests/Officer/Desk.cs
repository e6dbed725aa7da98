using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Officer;

/// <summary>Applications filed as people file, and the Région's people who read them.</summary>
internal static class Desk
{
    private static int organisations;

    /// <summary>An application with so many costs of 4 200 €, filed; whoever filed it.</summary>
    public static async Task<(Person Person, Guid Id, string Number)> FileAsync(this PortalHost portal, int costs = 1)
    {
        var siren = NewSiren();
        (string, string)[] answers =
        [
            ("titre", "Vendre en ligne"), ("attestation", "oui"), ("habilitation", "oui"), ("effectif", "70"),
            .. Enumerable.Range(0, costs).SelectMany(i => Cost($"c{i}", "4200")),
        ];
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account, answers));
        });
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");
        return (person, draft, (await Applicant.Filer.NumberAsync(portal, draft))!);
    }

    /// <summary>Somebody of the Région.</summary>
    public static async Task<(Person Person, Account Account)> AgentAsync(this PortalHost portal, Role role = Role.Officer, string name = "Dominique Lenoir")
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, name, role));
        return (await portal.SignedInAsync(account), account);
    }

    /// <summary>A number that the register may be asked about: its last digit checks the others.</summary>
    private static string NewSiren()
    {
        var start = $"920{Interlocked.Increment(ref organisations):00000}";
        return Enumerable.Range(0, 10).Select(last => $"{start}{last}").First(siren => Siren.TryParse(siren, out _));
    }

    private static (string, string)[] Cost(string id, string amount) =>
    [
        ($"depenses.{id}.libelle", $"Boutique {id}"), ($"depenses.{id}.categorie", "OnlineShop"), ($"depenses.{id}.nature", "Service"), ($"depenses.{id}.montant", amount),
        ($"depenses.{id}.financement", "Purchase"), ($"depenses.{id}.facture", "oui"), ($"depenses.{id}.commande", "non"),
    ];
}
