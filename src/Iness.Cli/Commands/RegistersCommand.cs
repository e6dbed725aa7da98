using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis;
using Iness.Cli.Terminal;
using Iness.Regulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Cli.Commands;

/// <summary>« iness registers »: public registers brought into the database.</summary>
internal static class RegistersCommand
{
    public const string Ending = """
        Exemple :
          iness registers import aides-minimis.csv --sqlite data/iness.db

        Aide d’une commande : iness registers COMMANDE --help
        """;

    public const string ImportEnding = """
        FICHIER est le fichier public du registre national des aides de minimis (Plateforme des aides
        d’État) : texte séparé par des points-virgules, colonnes nommées dans l’en-tête. Il est lu au fil de
        l’eau, à côté du registre déjà importé, qui reste lu jusqu’au dernier moment et s’efface ensuite. Le
        portail peut rester ouvert. Une ligne illisible est refusée, avec son numéro et la raison ; une
        ligne dont le bénéficiaire n’a ni SIREN ni SIRET est seulement comptée.

        Exemples :
          iness registers import aides-minimis.csv --sqlite data/iness.db
          iness registers import aides-minimis.csv --postgres "Host=localhost;Database=iness;Username=iness"

        Codes de sortie :
          0    registre importé, même si des lignes sont refusées
          2    fichier ou base illisible, ou commande incorrecte : rien ne change
          130  arrêt demandé (Ctrl-C) : rien ne change
        """;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FICHIER") { Description = "Fichier CSV du registre national des aides de minimis." };
        var sqlite = new Option<string?>("--sqlite") { HelpName = "FICHIER", Description = "Base SQLite." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNEXION", Description = "Chaîne de connexion PostgreSQL. Le mot de passe peut venir de PGPASSWORD." };
        var import = new Command("import", "Importe le registre national des aides de minimis, à la place du précédent.") { file, sqlite, postgres };
        import.SetAction((parsed, cancellation) => (parsed.GetValue(sqlite), parsed.GetValue(postgres)) switch
        {
            ({ } path, null) => RunAsync("Database:File", path, parsed.GetValue(file)!, cancellation),
            (null, { } connection) => RunAsync("Database:Postgres", connection, parsed.GetValue(file)!, cancellation),
            _ => Task.FromResult(AuditSource.TellOneIsExpected("--sqlite ou --postgres")),
        });
        return new("registers", "Apporte dans la base les registres publics.") { import };
    }

    private static async Task<int> RunAsync(string setting, string value, FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists) return UsageErrors.Tell([$"{Paragraph.Printable(file.ToString())} : fichier introuvable."]);
        // An import creates no database: a slip in its name would go unseen.
        if (setting == "Database:File" && !File.Exists(value)) return UsageErrors.Tell([$"{Paragraph.Printable(value)} : base introuvable."]);
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddInessDatabase(configuration).AddScoped<ImportRegister>().BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            await using var rows = file.OpenRead();
            var watch = Stopwatch.StartNew();
            var imported = await scope.ServiceProvider.GetRequiredService<ImportRegister>().ExecuteAsync(rows, Actor.System, cancellation);
            return imported.IsDone ? Tell(imported.Value, watch.Elapsed) : UsageErrors.Tell([imported.Message!]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The connection string may hold a password: it is never shown.
            return UsageErrors.Tell([$"{(setting == "Database:File" ? Paragraph.Printable(value) : "--postgres")} : base ou fichier illisible."]);
        }
    }

    private static int Tell(RegisterImported imported, TimeSpan elapsed)
    {
        Console.WriteLine($"{French.Plural(imported.Rows, "ligne importée", "lignes importées")} en {elapsed.TotalSeconds:0} s ; sans SIREN, comptées seulement : {imported.OtherIdentifiers} ; refusées : {imported.Refused}.");
        Console.WriteLine($"SHA-256 du fichier : {imported.Sha256}");
        foreach (var row in imported.First) Console.WriteLine($"- ligne {row.Line} : {Paragraph.Printable(row.Reason)}");
        if (imported.Refused > imported.First.Count) Console.WriteLine($"- et {imported.Refused - imported.First.Count} autres.");
        return ExitCode.Success;
    }
}
