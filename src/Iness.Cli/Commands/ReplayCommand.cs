using System.CommandLine;
using System.Data.Common;
using Iness.Casework.Decisions;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>« iness replay »: a decision recomputed from what it kept, away from the portal.</summary>
internal static class ReplayCommand
{
    public const string Ending = """
        La dernière décision sur le dossier est recalculée par le règlement, à partir des faits et des
        appréciations qu’elle a conservés. Son courrier est comparé à l’empreinte notée dans le journal.
        Rien n’est écrit, et le portail n’est pas utilisé.

        Exemples :
          iness replay INESS-2026-000123 --sqlite data/iness.db
          iness replay INESS-2026-000123 --postgres "Host=localhost;Database=iness;Username=lecture"

        Codes de sortie :
          0    décision identique
          1    quelque chose diffère, et la réponse dit quoi
          2    aucune décision sur ce dossier, base illisible ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public static Command Create()
    {
        var number = new Argument<string>("NUMÉRO") { Description = "Numéro du dossier, tel que INESS-2026-000123." };
        var sqlite = new Option<string?>("--sqlite") { HelpName = "FICHIER", Description = "Base SQLite, ouverte en lecture seule." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNEXION", Description = "Chaîne de connexion PostgreSQL ; les transactions sont en lecture seule. Le mot de passe peut venir de PGPASSWORD." };
        var command = new Command("replay", "Recalcule une décision à partir de ce qu’elle a conservé, et dit si elle est identique ou ce qui diffère.") { number, sqlite, postgres };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(number)!.ToUpperInvariant(), parsed.GetValue(sqlite), parsed.GetValue(postgres), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string number, string? sqlite, string? postgres, CancellationToken cancellation)
    {
        if (sqlite is null == postgres is null) return UsageErrors.Tell(["Une seule source est attendue : --sqlite ou --postgres."]);
        // The connection string may hold a password: it is never shown.
        var name = sqlite is null ? "--postgres" : Paragraph.Printable(sqlite);
        try
        {
            var kept = sqlite is not null
                ? await DecisionDatabase.ReadSqliteAsync(sqlite, number, cancellation)
                : await DecisionDatabase.ReadPostgresAsync(postgres!, number, cancellation);
            return kept is null ? UsageErrors.Tell([$"{Paragraph.Printable(number)} : aucune décision sur ce dossier."]) : Tell(number, kept);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (DbException)
        {
            return UsageErrors.Tell([$"{name} : base illisible, ou sans décisions."]);
        }
        catch (ArgumentException)
        {
            return UsageErrors.Tell([$"{name} : chaîne de connexion incorrecte."]);
        }
    }

    private static int Tell(string number, KeptDecision kept)
    {
        var differences = ReplayDecision.Differences(kept);
        Console.WriteLine(differences.Count == 0
            ? $"{number} : identique ({kept.Kind.InFrench()}, {kept.Amount}, réglementation en version {kept.Regulation})."
            : $"{number} : {differences.Count} différence{(differences.Count > 1 ? "s" : "")}.");
        foreach (var difference in differences) Console.WriteLine($"- {difference}");
        return differences.Count == 0 ? ExitCode.Success : ExitCode.Broken;
    }
}
