using System.Data.Common;
using Iness.Casework;
using Iness.Casework.Accounts.Agents;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Cli.Terminal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Cli.Commands;

/// <summary>Where the portal keeps its data, and where people find it.</summary>
/// <param name="Sqlite">Its SQLite file; null for PostgreSQL.</param>
/// <param name="Postgres">Its connection string; null for SQLite.</param>
/// <param name="Address">Its public address.</param>
internal sealed record PortalDatabase(string? Sqlite, string? Postgres, string Address);

/// <summary>Opens the account of an administrator as an administrator would, in the name of the system.</summary>
internal static class CreateAdministrator
{
    public static async Task<int> RunAsync(PortalDatabase portal, string email, string givenName, string familyName, TimeProvider clock, CancellationToken cancellation)
    {
        if (!EmailAddress.IsOne(email)) return UsageErrors.Tell(["--email : ce n’est pas une adresse électronique."]);
        if (!Uri.TryCreate(portal.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return UsageErrors.Tell(["--portal : une adresse https://… est attendue."]);
        if (IsNoName(givenName) || IsNoName(familyName)) return UsageErrors.Tell(["--given-name et --family-name : un nom d’une ligne est attendu."]);
        // A name mistyped would open the account in a new and empty base.
        if (portal.Sqlite is { } file && !File.Exists(file)) return UsageErrors.Tell([$"{Paragraph.Printable(file)} : fichier introuvable. Démarrez le portail une première fois."]);
        try
        {
            await using var services = Services(portal, clock);
            await using var scope = services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<InviteAgent>()
                .ExecuteAsync(new(email, givenName.Trim(), familyName.Trim(), Role.Administrator, null), Actor.System, cancellation);
            if (!outcome.IsDone) return UsageErrors.Tell([outcome.Message!]);
            Console.WriteLine($"Compte ouvert. Lien à donner à {Paragraph.Printable(email)}, valable jusqu’au {outcome.Value.Until.InWords()} :");
            Console.WriteLine(outcome.Value.Address);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is DbException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException { InnerException: DbException })
        {
            return UsageErrors.Tell(["Base illisible, ou qui n’est pas celle du portail à jour."]);
        }
        catch (ArgumentException) when (portal.Postgres is not null)
        {
            return UsageErrors.Tell(["--postgres : chaîne de connexion incorrecte."]);
        }
    }

    private static bool IsNoName(string name) => string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) || name.Length > Casework.Accounts.ChangeName.Longest;

    private static ServiceProvider Services(PortalDatabase portal, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:File"] = portal.Sqlite, ["Database:Postgres"] = portal.Postgres }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddInessDatabase(configuration);
        services.AddInessKeys();
        return services.AddSingleton(clock).AddSingleton(new PortalAddress(() => portal.Address)).AddAgents().BuildServiceProvider();
    }
}
