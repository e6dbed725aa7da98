using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>How the first administrator comes to be: from the server, by a link that the portal opens.</summary>
public sealed class CreateAdministratorTests(Portal shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_OnTheDatabaseOfAPortal_GivesALinkThatThePortalOpens()
    {
        await using var portal = await shared.BesideAsync();
        var file = await portal.WithDatabaseAsync(db => Task.FromResult(db.Database.GetDbConnection().DataSource));

        var outcome = await CreateAsync("--sqlite", file, portal.Address);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(outcome.OutputLines[^1]), Stop);
        Assert.Contains("Ouvrir votre compte d", page, StringComparison.Ordinal);
        Assert.Contains("alix.mercier@exemple.fr", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Create_OnEitherDatabase_OpensItOnceInTheNameOfTheSystem(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var source = engine == Engine.Sqlite ? "--sqlite" : "--postgres";

        var outcome = await CreateAsync(source, database.Connection, "https://iness.exemple");
        var again = await CreateAsync(source, database.Connection, "https://iness.exemple");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal((2, ""), (again.ExitCode, again.Output));
        Assert.Contains("déjà un compte", again.Error, StringComparison.Ordinal);
        await using var db = database.Open();
        var account = await db.Users.SingleAsync(Stop);
        Assert.Equal((Role.Administrator, false, null), (account.Role, account.EmailConfirmed, account.PasswordHash));
        Assert.Equal(Role.System, (await db.AuditLog.SingleAsync(line => line.Action == "AgentInvited", Stop)).ActorRole);
    }

    private static Task<Iness.Outcome> CreateAsync(string source, string connection, string portal) => Iness.RunAsync(
        "", "account", "create-administrator", source, connection, "--portal", portal, "--email", "alix.mercier@exemple.fr", "--given-name", "Alix", "--family-name", "Mercier");
}
