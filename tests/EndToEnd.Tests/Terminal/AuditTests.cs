using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>The audit log checked by somebody who has the database, or only a copy of the log.</summary>
public sealed class AuditTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Verify_DatabaseAndItsExport_AgreeThatItIsIntact(Engine engine)
    {
        await using var database = await WithThreeLinesAsync(engine);

        var inDatabase = await Iness.RunAsync("", ["audit", "verify", .. Source(database)]);
        var export = await Iness.RunAsync("", ["audit", "export", .. Source(database)]);
        var inFile = await Iness.RunAsync(export.Output, "audit", "verify", "-");

        Assert.Equal((0, "", 4), (export.ExitCode, export.Error, export.OutputLines.Count));
        Assert.Equal((0, 0), (inDatabase.ExitCode, inFile.ExitCode));
        Assert.StartsWith("Journal intact : 3 lignes, dernière empreinte ", inDatabase.Output, StringComparison.Ordinal);
        Assert.Equal(inDatabase.Output, inFile.Output);
        var hash = inDatabase.Output.TrimEnd().TrimEnd('.')[^64..];
        Assert.Equal(0, (await Iness.RunAsync(export.Output, "audit", "verify", "-", "--head", hash.ToUpperInvariant())).ExitCode);
        Assert.Equal(1, (await Iness.RunAsync(export.Output, "audit", "verify", "-", "--head", new string('a', 64))).ExitCode);
    }

    [Theory]
    [InlineData(Engine.Sqlite, """DROP TRIGGER "AuditLog_NoUpdate" """)]
    [InlineData(Engine.Postgres, """DROP TRIGGER "AuditLog_AppendOnly" ON "AuditLog" """)]
    public async Task Verify_LineAltered_IsNamed(Engine engine, string withoutTrigger)
    {
        await using var database = await WithThreeLinesAsync(engine);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(withoutTrigger, Stop);
            await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditLog" SET "Action" = 'Other' WHERE "Sequence" = 2""", Stop);
        }

        var outcome = await Iness.RunAsync("", ["audit", "verify", .. Source(database)]);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("La ligne 2 a été altérée : son empreinte n’est pas celle de son contenu.", Assert.Single(outcome.OutputLines));
    }

    [Fact]
    public async Task Verify_ExportCut_IsBroken()
    {
        await using var database = await WithThreeLinesAsync(Engine.Sqlite);
        var export = await Iness.RunAsync("", ["audit", "export", .. Source(database)]);

        var lastLineGone = await Iness.RunAsync(string.Join('\n', export.OutputLines.Where((_, index) => index != 2)), "audit", "verify", "-");
        var endGone = await Iness.RunAsync(string.Join('\n', export.OutputLines.Take(3)), "audit", "verify", "-");

        Assert.Equal((1, 1), (lastLineGone.ExitCode, endGone.ExitCode));
        Assert.StartsWith("La ligne 3 a été retirée", lastLineGone.Output, StringComparison.Ordinal);
        Assert.StartsWith("La fin du journal manque après la ligne 3", endGone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FileThatIsNoLog_IsToldOnTheErrorOutput()
    {
        var outcome = await Iness.RunAsync("{\"sequence\":1}\n", "audit", "verify", "-");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("la ligne 1 du fichier n’est pas une ligne de journal", outcome.Error, StringComparison.Ordinal);
    }

    private static string[] Source(TestDatabase database) => [database.Engine == Engine.Sqlite ? "--sqlite" : "--postgres", database.Connection];

    /// <summary>An account, an organisation, a draft: three writes.</summary>
    private static async Task<TestDatabase> WithThreeLinesAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var account = await db.AccountAsync(database.Clock);
        var organisation = await db.OrganisationAsync(database.Clock, "900100017", account);
        await db.DraftAsync(database.Clock, organisation, account, ("titre", "Vendre en ligne"));
        return database;
    }
}
