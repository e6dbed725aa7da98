using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;

namespace Iness.Casework.Tests.Audit;

/// <summary>Whoever owns the database can still change its log; the check names the first line they touched.</summary>
public sealed class VerifyAuditTests
{
    private const string Copy = """
        INSERT INTO "AuditLog" ("Sequence", "At", "ActorId", "ActorRole", "Action", "Subject", "Details", "Salt", "DetailsDigest", "PreviousHash", "Hash")
        SELECT 6, "At", "ActorId", "ActorRole", "Action", "Subject", "Details", "Salt", "DetailsDigest", "PreviousHash", "Hash" FROM "AuditLog" WHERE "Sequence" = 5
        """;

    /// <summary>What is done to a log of five lines, the line that must be named, and the word for it.</summary>
    public static TheoryData<Engine, string, long, string> Tamperings
    {
        get
        {
            (string Sql, long Sequence, string Word)[] tamperings =
            [
                ("""UPDATE "AuditLog" SET "Action" = 'Other' WHERE "Sequence" = 3""", 3, "altérée"),
                ("""UPDATE "AuditLog" SET "Subject" = 'test/2' WHERE "Sequence" = 1""", 1, "altérée"),
                ("""UPDATE "AuditLog" SET "ActorRole" = 'Nobody' WHERE "Sequence" = 4""", 4, "altérée"),
                ("""UPDATE "AuditLog" SET "ActorId" = NULL WHERE "Sequence" = 2""", 2, "altérée"),
                ("""UPDATE "AuditLog" SET "At" = '2020-01-01 00:00:00' WHERE "Sequence" = 5""", 5, "altérée"),
                ("""UPDATE "AuditLog" SET "Details" = '[]' WHERE "Sequence" = 3""", 3, "détails"),
                ("""UPDATE "AuditLog" SET "Details" = NULL WHERE "Sequence" = 3""", 3, "détails"),
                ("""UPDATE "AuditLog" SET "PreviousHash" = "Hash" WHERE "Sequence" = 2""", 2, "altérée"),
                ("""DELETE FROM "AuditLog" WHERE "Sequence" = 3""", 3, "retirée"),
                ("""DELETE FROM "AuditLog" WHERE "Sequence" = 1""", 1, "retirée"),
                ("""DELETE FROM "AuditLog" WHERE "Sequence" = 5""", 5, "retirée"),
                ("""DELETE FROM "AuditLog" WHERE "Sequence" > 0""", 1, "retirée"),
                ("""DELETE FROM "AuditHead" """, 6, "fin du journal manque"),
                ("""UPDATE "AuditLog" SET "Sequence" = 99 WHERE "Sequence" = 2; UPDATE "AuditLog" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditLog" SET "Sequence" = 3 WHERE "Sequence" = 99""", 2, "pas à sa place"),
                ("""DELETE FROM "AuditLog" WHERE "Sequence" = 2; UPDATE "AuditLog" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditLog" SET "Sequence" = 3 WHERE "Sequence" = 4""", 2, "pas à sa place"),
                (Copy, 6, "pas à sa place"),
            ];
            return [.. from engine in new[] { Engine.Sqlite, Engine.Postgres } from one in tamperings select new TheoryDataRow<Engine, string, long, string>(engine, one.Sql, one.Sequence, one.Word)];
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_LogTamperedWith_NamesTheFirstLineTouched(Engine engine, string sql, long sequence, string word)
    {
        await using var log = await LogOfPeopleAsync(engine);
        await log.TamperAsync(sql);

        var verdict = await log.VerifyAsync();

        Assert.Equal(sequence, verdict.Sequence);
        Assert.Contains(word, verdict.Fault, StringComparison.Ordinal);
        Assert.Contains($"ligne {sequence} ", verdict.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Verify_DetailsErased_IsIntact(Engine engine)
    {
        await using var log = await LogOfPeopleAsync(engine);
        await log.SqlAsync("""UPDATE "AuditLog" SET "Details" = NULL, "Salt" = NULL WHERE "Sequence" = 3""");

        Assert.Equal((5, null), ((await log.VerifyAsync()).Sequence, (await log.VerifyAsync()).Fault));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Verify_HashNotedElsewhere_MustBeCarriedByALine(Engine engine)
    {
        await using var log = await LogOfPeopleAsync(engine);
        var noted = (await log.EntriesAsync())[3].Hash;
        Assert.True((await log.VerifyAsync(noted)).IsIntact);

        // The end is cut and noted anew: only the hash kept elsewhere tells.
        await log.TamperAsync("""DELETE FROM "AuditLog" WHERE "Sequence" > 3""", """UPDATE "AuditHead" SET "Sequence" = 3, "Hash" = (SELECT "Hash" FROM "AuditLog" WHERE "Sequence" = 3)""");

        Assert.True((await log.VerifyAsync()).IsIntact);
        Assert.Contains("empreinte notée", (await log.VerifyAsync(noted)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 1 2 3 4 end", 5, null)]
    [InlineData("0 2 1 3 4 end", 2, "déplacée")]
    [InlineData("0 1 3 4 end", 3, "retirée")]
    [InlineData("0 1 1 2 3 4 end", 2, "ajoutée")]
    [InlineData("0 1 2 3 end", 5, "retirée")]
    [InlineData("0 1 2 3 4", 6, "fin du journal manque")]
    [InlineData("0 1 2 3 4 end end", 6, "ajoutée")]
    [InlineData("end", 1, "retirée")]
    public async Task Verify_ExportedFile_NamesTheFirstLineTouched(string order, long sequence, string? word)
    {
        await using var log = await LogOfPeopleAsync(Engine.Sqlite);
        var lines = await log.ReadAsync().Select(AuditFile.Write).ToListAsync(Stop);
        using var file = new MemoryStream([.. order.Split(' ').SelectMany(index => lines[index == "end" ? 5 : int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)])]);

        var verdict = await VerifyAudit.ExecuteAsync(AuditFile.ReadAsync(file, Stop), null, Stop);

        Assert.Equal(sequence, verdict.Sequence);
        if (word is null) Assert.Null(verdict.Fault);
        else Assert.Contains(word, verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_LineWrittenAnewWithItsHash_IsNamed()
    {
        await using var log = await LogOfPeopleAsync(Engine.Sqlite);
        var records = await log.ReadAsync().ToListAsync(Stop);
        var third = (AuditLine)records[2] with { Action = "Other" };
        records[2] = third with { Hash = AuditChain.Hash(3, log.Database.Clock.Instant(), Guid.Parse(third.Actor!), Role.Officer, "Other", third.Subject, third.DetailsDigest, third.PreviousHash) };

        var verdict = await VerifyAudit.ExecuteAsync(records.ToAsyncEnumerable(), null, Stop);

        Assert.Equal("La ligne 3 a été remplacée : la ligne 4 est enchaînée à une autre.", verdict.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"head":{"sequence":5}}""")]
    [InlineData("""{"head":{"sequence":5,"hash":"00"},"more":1}""")]
    [InlineData("""{"head":null}""")]
    public async Task Read_NotALineOfALog_TellsWhichLine(string bad)
    {
        await using var log = await LogOfPeopleAsync(Engine.Sqlite);
        var first = AuditFile.Write(await log.ReadAsync().FirstAsync(Stop));
        using var file = new MemoryStream([.. first, .. System.Text.Encoding.UTF8.GetBytes(bad + "\n")]);

        var refused = await Assert.ThrowsAsync<AuditFileException>(() => VerifyAudit.ExecuteAsync(AuditFile.ReadAsync(file, Stop), null, Stop));

        Assert.Equal(2, refused.LineNumber);
    }

    private static async Task<Log> LogOfPeopleAsync(Engine engine)
    {
        var log = await Log.OfAsync(engine, 0);
        for (var line = 0; line < 5; line++) await log.WriteAsync(Role.Officer);
        return log;
    }
}
