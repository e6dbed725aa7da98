using System.CommandLine;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>« iness account »: the accounts that no administrator is there to open.</summary>
internal static class AccountCommand
{
    public const string Ending = """
        Exemples :
          iness account create-administrator --sqlite data/iness.db --portal https://iness.exemple.fr \
            --email alix.mercier@exemple.fr --given-name Alix --family-name Mercier

        Aide d’une commande : iness account COMMANDE --help
        """;

    public const string CreateEnding = """
        Ouvre le compte d’un administrateur et affiche le lien, valable sept jours, par lequel il choisit
        son mot de passe ; le portail le lui envoie aussi. Un second facteur lui est demandé ensuite. À
        utiliser pour le premier administrateur, ou quand plus aucun ne peut se connecter : les autres
        agents sont invités depuis le portail. Le portail doit avoir démarré une fois sur cette base.

        Codes de sortie :
          0    compte ouvert
          2    base illisible, adresse déjà prise ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public static Command Create(TimeProvider clock) => new("account", "Ouvre le compte d’un administrateur.") { CreateAdministrator(clock) };

    private static Command CreateAdministrator(TimeProvider clock)
    {
        var email = Text("--email", "ADRESSE", "Adresse électronique de l’administrateur.");
        var given = Text("--given-name", "PRÉNOM", "Son prénom.");
        var family = Text("--family-name", "NOM", "Son nom.");
        var portal = Text("--portal", "ADRESSE", "Adresse publique du portail, pour le lien (https://…).");
        var sqlite = new Option<string?>("--sqlite") { HelpName = "FICHIER", Description = "Base SQLite du portail." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNEXION", Description = "Chaîne de connexion PostgreSQL. Le mot de passe peut venir de PGPASSWORD." };
        var command = new Command("create-administrator", "Ouvre le compte d’un administrateur, qui choisit son mot de passe par un lien.") { email, given, family, portal, sqlite, postgres };
        command.SetAction((parsed, cancellation) => (parsed.GetValue(sqlite), parsed.GetValue(postgres)) switch
        {
            (null, null) or (not null, not null) => Task.FromResult(UsageErrors.Tell(["Une seule source est attendue : --sqlite ou --postgres."])),
            var (file, connection) => Commands.CreateAdministrator.RunAsync(
                new(file, connection, parsed.GetValue(portal)!), parsed.GetValue(email)!, parsed.GetValue(given)!, parsed.GetValue(family)!, clock, cancellation),
        });
        return command;
    }

    private static Option<string> Text(string name, string what, string description) => new(name) { HelpName = what, Description = description, Required = true };
}
