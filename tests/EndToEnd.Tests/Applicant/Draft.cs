using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Iness.Web.Applying;
using Microsoft.EntityFrameworkCore;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>An organisation with a person of its own and a draft, for the browser tests.</summary>
internal sealed record Draft(Account Account, Organisation Organisation, Guid Id)
{
    /// <summary>Address of the application.</summary>
    public string Root => $"/demandes/{Id}";

    public static Task<Draft> StartAsync(Portal portal, params (string Key, string Value)[] answers) => portal.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(TimeProvider.System);
        var organisation = await db.OrganisationAsync(TimeProvider.System, NewSiren(), account);
        return new Draft(account, organisation, await db.DraftAsync(TimeProvider.System, organisation, account, answers));
    });

    /// <summary>A whole one, with these answers instead, filed.</summary>
    public static async Task<Draft> FileAsync(Portal portal, params (string Key, string Value)[] instead)
    {
        var draft = await StartAsync(portal, [.. Whole.Where(answer => instead.All(other => other.Key != answer.Item1)), .. instead]);
        var stop = TestContext.Current.CancellationToken;
        var revision = await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft.Id).Select(found => found.AnswersRevision).SingleAsync(stop));
        var filed = await portal.WithAsync((FileApplication file) => file.ExecuteAsync(draft.Id, draft.Account.AsActor(), revision, FilingFacts.Read, stop));
        Assert.True(filed.IsDone, filed.Message);
        return draft;
    }

    /// <summary>Another person who acts for the same organisation.</summary>
    public Task<Account> ColleagueAsync(Portal portal, string name) => portal.WithDatabaseAsync(async db =>
    {
        var colleague = await db.AccountAsync(TimeProvider.System, name);
        db.Add(new Membership { Id = Guid.CreateVersion7(), OrganisationId = Organisation.Id, AccountId = colleague.Id, JoinedAt = TimeProvider.System.Instant() });
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), TestContext.Current.CancellationToken);
        return colleague;
    });

    /// <summary>Answers of an association that fulfils every condition.</summary>
    public static (string, string)[] Whole { get; } =
    [
        ("forme", "9220"), ("commune", "Lille"), ("code-activite", "88.99B"), ("etape", "Existing"),
        ("adresse", "12 rue des Lilas\n59000 Lille"), ("representant", "Camille Roy"), ("qualite", "présidente"), ("telephone", "03 20 12 34 56"),
        ("agrements", "aucun"), ("chiffre-affaires", "450000"), ("effectif", "7,5"), ("activite-economique", "oui"), ("secteurs", "aucun"),
        ("impots", "oui"), ("cotisations", "oui"), ("procedure", "non"), ("sauvetage", "non"), ("demande", "non"),
        ("titre", "Vendre nos paniers en ligne"), ("besoin", "Nous prenons les commandes au téléphone."), ("description", "Ouvrir une boutique en ligne."), ("resultats", "Moins d’erreurs, plus de clients."),
        ("debut-jour", "1"), ("debut-mois", "3"), ("debut-annee", "2027"), ("fin-jour", "30"), ("fin-mois", "9"), ("fin-annee", "2027"),
        ("depenses.a001.libelle", "Boutique en ligne"), ("depenses.a001.categorie", "OnlineShop"), ("depenses.a001.nature", "Service"), ("depenses.a001.montant", "6000"),
        ("depenses.a001.financement", "Purchase"), ("depenses.a001.facture", "oui"), ("depenses.a001.commande", "non"),
        ("fonds-propres", "3600"), ("emprunts", "0"), ("prives", "0"), ("autres-aides", "non"), ("liees", "non"), ("minimis", "non"),
        ("attestation", "oui"), ("habilitation", "oui"), ("regularite", "oui"), ("engagement-republicain", "oui"),
    ];

    /// <summary>A fictional number of nine digits with its right key, different each time.</summary>
    public static string NewSiren()
    {
        var digits = $"90{Random.Shared.Next(0, 1_000_000):000000}";
        var sum = digits.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return digits + (10 - sum % 10) % 10;
    }
}
