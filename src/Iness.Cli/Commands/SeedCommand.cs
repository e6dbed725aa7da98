using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using Iness.Casework.Persistence;
using Iness.Casework.Seeding;
using Iness.Cli.Terminal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Cli.Commands;

/// <summary>« iness seed »: a database filled with invented files, to try and to measure.</summary>
internal static class SeedCommand
{
    public const string Ending = """
        Les dossiers sont inventés, et le disent : structures « (fictif) », adresses en .invalid. Les mêmes
        options donnent, le même jour, les mêmes dossiers. La base est créée ou mise à jour s’il le faut. Rien
        n’est ajouté à côté de vrais comptes, sauf avec --force, ni deux fois. Pour la démonstration, démarrez
        d’abord le portail : ses comptes ne s’ajoutent pas à une base remplie.

        Exemples :
          iness seed --files 1000 --sqlite data/essai.db
          iness seed --files 100000 --postgres "Host=localhost;Database=essai;Username=iness"

        Codes de sortie :
          0    dossiers ajoutés
          2    base inaccessible ou refusée, ou commande incorrecte
          130  arrêt demandé (Ctrl-C) : rien n’est ajouté
        """;

    public static Command Create()
    {
        var files = new Option<int>("--files") { HelpName = "NOMBRE", Required = true, Description = $"Nombre de dossiers, {SeedFiles.Most} au plus." };
        var sqlite = new Option<string?>("--sqlite") { HelpName = "FICHIER", Description = "Base SQLite." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNEXION", Description = "Chaîne de connexion PostgreSQL. Le mot de passe peut venir de PGPASSWORD." };
        var force = new Option<bool>("--force") { Description = "Ajoute les dossiers même à côté de vrais comptes." };
        var command = new Command("seed", "Remplit une base de dossiers fictifs, pour essayer et mesurer.") { files, sqlite, postgres, force };
        command.SetAction((parsed, cancellation) => (parsed.GetValue(sqlite), parsed.GetValue(postgres)) switch
        {
            ({ } file, null) => RunAsync("Database:File", file, parsed.GetValue(files), parsed.GetValue(force), cancellation),
            (null, { } connection) => RunAsync("Database:Postgres", connection, parsed.GetValue(files), parsed.GetValue(force), cancellation),
            _ => Task.FromResult(AuditSource.TellOneIsExpected("--sqlite ou --postgres")),
        });
        return command;
    }

    private static async Task<int> RunAsync(string setting, string value, int count, bool isForced, CancellationToken cancellation)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddInessDatabase(configuration).AddScoped<SeedFiles>().BuildServiceProvider();
            await services.MigrateInessDatabaseAsync(cancellation);
            await using var scope = services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            var outcome = await scope.ServiceProvider.GetRequiredService<SeedFiles>().ExecuteAsync(count, isForced, progress: null, cancellation);
            if (!outcome.IsDone) return UsageErrors.Tell([outcome.Message!]);
            Console.WriteLine($"{count} dossiers fictifs ajoutés en {watch.Elapsed.TotalSeconds:0} s.");
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The connection string may hold a password: it is never shown.
            return UsageErrors.Tell([$"{(setting == "Database:File" ? Paragraph.Printable(value) : "--postgres")} : base inaccessible."]);
        }
    }
}
