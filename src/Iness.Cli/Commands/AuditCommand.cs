using System.CommandLine;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>« iness audit »: the audit log checked and exported, away from the portal.</summary>
internal static class AuditCommand
{
    public const string Ending = """
        Exemples :
          iness audit verify --sqlite data/iness.db
          iness audit export --sqlite data/iness.db > journal.ndjson

        Aide d’une commande : iness audit COMMANDE --help
        """;

    public const string VerifyEnding = """
        Le journal est lu du début à la fin, sans rien écrire et sans le portail. La première ligne altérée,
        retirée, déplacée ou ajoutée est nommée par son rang. Des détails effacés (droit à l’effacement)
        restent justes : leur empreinte demeure. Notez de temps en temps l’empreinte affichée ailleurs
        que dans la base : --head vérifie qu’une ligne la porte toujours.

        Un fichier .zip est l’archive d’un dossier : chaque empreinte est recalculée, rien ne manque,
        rien n’est ajouté, et ses lignes de journal sont celles qui ont été écrites. Avec --log, le
        journal entier est vérifié aussi, et doit les contenir toutes ; avec --head, l’archive doit
        porter l’empreinte notée quand elle a été faite. docs/archive.md décrit ce qu’elle contient.

        Exemples :
          iness audit verify --sqlite data/iness.db
          iness audit verify --postgres "Host=localhost;Database=iness;Username=lecture"
          iness audit verify journal.ndjson --head 5f0c…
          iness audit verify - < journal.ndjson
          iness audit verify INESS-2026-000123.zip --log journal.ndjson

        Codes de sortie :
          0    journal ou archive intacts
          1    journal ou archive altérés
          2    journal ou archive illisibles, ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public const string ExportEnding = """
        Une ligne JSON par ligne du journal, puis une dernière qui en dit la fin :
        {"head":{"sequence":…,"hash":"…"}}. Le format et le calcul des empreintes sont décrits
        par docs/audit.md.

        Exemples :
          iness audit export --sqlite data/iness.db > journal.ndjson

        Codes de sortie :
          0    journal exporté
          1    le journal n’a pas pu être écrit
          2    base illisible ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public static Command Create() => new("audit", "Vérifie ou exporte le journal d’audit : qui a fait quoi, quand, sur quoi.") { CreateVerify(), CreateExport() };

    private static Command CreateVerify()
    {
        var file = new Argument<string?>("FICHIER") { Arity = ArgumentArity.ZeroOrOne, Description = "Journal exporté (NDJSON), ou « - » pour l’entrée standard, ou archive d’un dossier (.zip). Inutile avec --sqlite ou --postgres." };
        var (sqlite, postgres) = (Sqlite(), Postgres());
        var head = new Option<string?>("--head")
        {
            HelpName = "EMPREINTE",
            Description = "Empreinte notée ailleurs, 64 chiffres hexadécimaux : une ligne du journal, ou l’archive, doit la porter.",
            CustomParser = result =>
            {
                if (result.Tokens.Count == 1 && result.Tokens[0].Value is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)) return hash.ToLowerInvariant();
                result.AddError("head");
                return null;
            },
        };
        var log = new Option<string?>("--log") { HelpName = "JOURNAL", Description = "Avec une archive : journal entier, exporté (NDJSON), qui doit contenir toutes ses lignes." };
        var command = new Command("verify", "Vérifie que rien n’a été altéré, retiré, déplacé ni ajouté dans le journal, ou dans l’archive d’un dossier.") { file, sqlite, postgres, head, log };
        command.SetAction((parsed, cancellation) => (AuditSource.Of(parsed.GetValue(sqlite), parsed.GetValue(postgres), parsed.GetValue(file)), parsed.GetValue(log)) switch
        {
            (null, _) => Task.FromResult(AuditSource.TellOneIsExpected("un fichier, --sqlite ou --postgres")),
            (_, var whole) when VerifyArchiveFile.IsOne(parsed.GetValue(file)) => VerifyArchiveFile.RunAsync(parsed.GetValue(file)!, whole, parsed.GetValue(head), cancellation),
            (_, not null) => Task.FromResult(UsageErrors.Tell(["--log accompagne l’archive d’un dossier (.zip)."])),
            ({ } source, null) => VerifyLog.RunAsync(source, parsed.GetValue(head), cancellation),
        });
        return command;
    }

    private static Command CreateExport()
    {
        var (sqlite, postgres) = (Sqlite(), Postgres());
        var command = new Command("export", "Écrit le journal sur la sortie standard, une ligne JSON par ligne.") { sqlite, postgres };
        command.SetAction((parsed, cancellation) => AuditSource.Of(parsed.GetValue(sqlite), parsed.GetValue(postgres), null) is { } source
            ? ExportLog.RunAsync(source, cancellation)
            : Task.FromResult(AuditSource.TellOneIsExpected("--sqlite ou --postgres")));
        return command;
    }

    private static Option<string?> Sqlite() => new("--sqlite") { HelpName = "FICHIER", Description = "Base SQLite, ouverte en lecture seule." };

    private static Option<string?> Postgres() => new("--postgres") { HelpName = "CONNEXION", Description = "Chaîne de connexion PostgreSQL ; les transactions sont en lecture seule. Le mot de passe peut venir de PGPASSWORD." };
}
