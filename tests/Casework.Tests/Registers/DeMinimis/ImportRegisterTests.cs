using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Registers.DeMinimis;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Registers.DeMinimis;

/// <summary>The public file of the national register: what is kept of it, what is refused, and that nobody reads half of it.</summary>
public sealed class ImportRegisterTests
{
    private const string Header = "regime;nom_beneficiaire;identifiant_beneficiaire;montant_esb;instrument_aide;date_octroi;autorite\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Import_GoodAndBadRows_KeepsSomeAndTellsTheOthersByLine(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var outcome = await ImportAsync(database, "\uFEFF" + Header
            + "Minimis;-;024058671;3490;Subvention directe;2026-02-03;DGE\r\n"
            + "Minimis;\"Ferme; dite \"\"du Pré\"\"\nsur deux lignes\";02405867100015;\"2 389,50\";-;03/02/2026;Région\r\n"
            + "Minimis;-;W592000000;100;-;2026-02-03;Ville\r\n"
            + "Minimis;-;024058671;beaucoup;-;2026-02-03;Ville\r\n"
            + "Minimis;-;024058671;100;-;hier;Ville\n"
            + "Minimis;-;024058671\n");

        Assert.Equal((2, 1, 3), (outcome.Value.Rows, outcome.Value.OtherIdentifiers, outcome.Value.Refused));
        Assert.Equal([6, 7, 8], outcome.Value.First.Select(row => row.Line));
        Assert.Contains("beaucoup", outcome.Value.First[0].Reason, StringComparison.Ordinal);
        await using var db = database.Open();
        var aids = await db.RegisteredAids.OrderBy(aid => aid.Line).ToListAsync(Stop);
        Assert.Equal([new Money(349_000), new Money(238_950)], aids.Select(aid => aid.Amount));
        Assert.All(aids, aid => Assert.Equal("024058671", aid.Siren));
        Assert.Equal((null, "Ferme; dite \"du Pré\"\nsur deux lignes"), (aids[0].Name, aids[1].Name));
        Assert.Equal(new(2026, 2, 3), aids[1].GrantedOn);
        // One line of the audit log for the import, none for its rows.
        Assert.Single(await db.AuditLog.Where(entry => entry.Action == "DeMinimisRegisterImported").ToListAsync(Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Import_Again_ReplacesTheRegisterAtOnceAndOnlyWhenItIsReadable(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await ImportAsync(database, Header + "Minimis;-;024058671;100;-;2026-02-03;A\r\nMinimis;-;024058671;200;-;2026-02-04;A\r\n");
        var wrong = await ImportAsync(database, "nom;montant\r\nA;1\r\n");
        var empty = await ImportAsync(database, Header + "Minimis;-;024058671;rien;-;2026-02-03;A\r\n");
        Assert.Equal((Refusal.Invalid, Refusal.Invalid), (wrong.Refusal, empty.Refusal));
        Assert.Equal(new long[] { 100, 200 }, await EurosAsync(database));

        Assert.True((await ImportAsync(database, Header + "Minimis;-;024058671;300;-;2026-02-05;A\r\n")).IsDone);
        Assert.Equal(new long[] { 300 }, await EurosAsync(database));
        await using var db = database.Open();
        Assert.Equal((1, 1), (await db.RegisterImports.CountAsync(Stop), await db.RegisteredAids.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("1234.5", 123_450)]
    [InlineData("1 234,56 €", 123_456)]
    [InlineData("1.234", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    public void Amount_AsPeopleWriteIt_IsReadOrRefused(string text, int? cents) => Assert.Equal(cents, (int?)RegisterRow.ReadAmount(text)?.Cents);

    private static async Task<Outcome<RegisterImported>> ImportAsync(TestDatabase database, string text)
    {
        await using var db = database.Open();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new ImportRegister(db, database.Clock).ExecuteAsync(file, Actor.System, Stop);
    }

    private static async Task<long[]> EurosAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return [.. (await RegisterReading.ReadAsync(db, ["024058671"], Stop)).Aids.Select(aid => aid.Amount.Cents / 100)];
    }
}
