using Iness.Casework.Audit;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Review;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Review;

/// <summary>De minimis aid from three sources: one aid told twice counts once, and only the days of the window count.</summary>
public sealed class AidLedgerTests
{
    private const string Siren = "900100017";
    private static readonly DateOnly Granted = new(2026, 11, 25);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Lines_SameAidFromSeveralSources_IsOneLine()
    {
        var day = new DateOnly(2026, 3, 1);
        KnownAid Aid(AidSource source, int days, long euros = 500, string? siren = Siren) => new(source, source == AidSource.Declaration ? null : siren, day.AddDays(days), Money.Euros(euros), "A");

        Assert.Equal(3, Assert.Single(Of(Aid(AidSource.Declaration, 31), Aid(AidSource.Register, 20), Aid(AidSource.OwnGrant, 0))).Entries.Count);
        Assert.Equal(2, Of(Aid(AidSource.Declaration, 32), Aid(AidSource.OwnGrant, 0)).Count);
        Assert.Equal(2, Of(Aid(AidSource.Declaration, 0, 501), Aid(AidSource.OwnGrant, 0)).Count);
        Assert.Equal(2, Of(Aid(AidSource.Register, 0), Aid(AidSource.Register, 0)).Count);
        Assert.Equal(2, Of(Aid(AidSource.Register, 0, siren: "900200015"), Aid(AidSource.OwnGrant, 0)).Count);
        Assert.Equal(AidSource.OwnGrant, Of(Aid(AidSource.Declaration, 1), Aid(AidSource.OwnGrant, 0))[0].Surest.Source);
    }

    [Theory]
    [InlineData("2023-11-25", false)]
    [InlineData("2023-11-26", true)]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-26", false)]
    public void Lines_AtTheEdgesOfTheWindow_CountOrNot(string day, bool isCounted) =>
        Assert.Equal(isCounted, Assert.Single(Of(new KnownAid(AidSource.Register, Siren, DateOnly.Parse(day, null), Money.Euros(1), null))).IsCounted);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Read_RegisterOfALinkedUndertaking_IsCountedAndBoundsTheAid(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        var file = await desk.FileAnotherAsync("900200015");
        await using var db = desk.Database.Open();
        var now = desk.Database.Clock.Instant();
        var import = new RegisterImport { Source = RegisterSource.File, StartedAt = now, FinishedAt = now, IsCurrent = true };
        db.Add(import);
        await db.SaveChangesAsync(Stop);
        var granted = desk.Database.Clock.Today();
        db.Add(new RegisteredAid { ImportId = import.Id, Line = 2, Siren = Siren, GrantedOn = granted.AddDays(-10), Amount = Money.Euros(299_500), Authority = "Ville" });
        db.Add(new RegisteredAid { ImportId = import.Id, Line = 3, Siren = "900300013", GrantedOn = granted, Amount = Money.Euros(1), Authority = "Ville" });
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);

        var ledger = await AidLedger.ReadAsync(db, (await FileUnderReview.LoadAsync(db, file, Stop))!, granted, Stop);

        Assert.Equal(Siren, Assert.Single(ledger.Lines).Siren);
        Assert.Equal((Money.Euros(299_500), Money.Euros(500)), (ledger.Total, ledger.Left));
        Assert.Equal(Siren, Assert.Single(ledger.Linked).Siren);
        Assert.False(ledger.IsDeclared);
        Assert.Equal(Verdict.Unknown, AidLedger.Leg1(ledger.AsRetained).Verdict);
        Assert.Equal(Verdict.Met, AidLedger.Leg1(ledger.Consolidated).Verdict);
        Assert.True(ledger.LeavesLess);
    }

    private static IReadOnlyList<LedgerLine> Of(params KnownAid[] known) => LedgerLine.Of(known, DeMinimisRegime.On(Granted).WindowOf(Granted));
}
