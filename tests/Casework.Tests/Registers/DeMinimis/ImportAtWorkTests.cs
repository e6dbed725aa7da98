using System.Diagnostics;
using System.Globalization;
using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Registers.DeMinimis;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Registers.DeMinimis;

/// <summary>A long import: it is written in order, whatever the order of the file, and the portal writes meanwhile.</summary>
public sealed class ImportAtWorkTests
{
    /// <summary>More than fits in one sorted run.</summary>
    private const int Rows = 150_000;

    /// <summary>A second or so on a machine that does nothing else; the tests share theirs with builds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Import_OfManyRows_LetsThePortalWriteAndKeepsThemInOrder(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Text()));
        var import = Task.Run(() => new ImportRegister(db, database.Clock).ExecuteAsync(file, Actor.System, Stop), Stop);
        var waits = await WriteWhileAsync(database, import);

        Assert.Equal(Rows, (await import).Value.Rows);
        Assert.NotEmpty(waits);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, Patience));
        await using var read = database.Open();
        var aids = await read.RegisteredAids.AsNoTracking().OrderBy(aid => aid.Line).Select(aid => new { aid.Siren, aid.GrantedOn, aid.Amount }).ToListAsync(Stop);
        Assert.Equal(aids.OrderBy(aid => aid.Siren, StringComparer.Ordinal).ThenBy(aid => aid.GrantedOn).Select(aid => aid.Siren), aids.Select(aid => aid.Siren));
        Assert.Equal(new Money(Rows * (Rows + 1L) / 2 * 100), aids.Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount));
        Assert.Equal(waits.Count, await read.Organisations.CountAsync(Stop));
    }

    /// <summary>Writes as the portal does, one after the other, from the first batch of the import to its last; how long each waited.</summary>
    private static async Task<List<TimeSpan>> WriteWhileAsync(TestDatabase database, Task import)
    {
        List<TimeSpan> waits = [];
        while (!import.IsCompleted)
        {
            await using var db = database.Open();
            if (!await db.RegisteredAids.AnyAsync(Stop))
            {
                await Task.Delay(5, Stop);
                continue;
            }

            db.Add(Audit.Log.Organisation(database.Clock));
            var start = Stopwatch.GetTimestamp();
            await db.CommitAsync(new(Actor.System, "Tested", "test/1"), Stop);
            waits.Add(Stopwatch.GetElapsedTime(start));
        }

        return waits;
    }

    private static string Text()
    {
        var text = new StringBuilder("identifiant_beneficiaire;montant_esb;date_octroi;autorite\n");
        var random = new Random(7);
        for (var row = 1; row <= Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{random.Next(100_000_000, 1_000_000_000)};{row};{new DateOnly(2020, 1, 1).AddDays(random.Next(2000)):yyyy-MM-dd};Ville\n");
        return text.ToString();
    }
}
