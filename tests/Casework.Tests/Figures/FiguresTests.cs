using Iness.Casework.Decisions;
using Iness.Casework.Figures;
using Iness.Casework.Lifecycle;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using static Iness.Casework.Tests.Registers.DeMinimis.DeclarationTests;

namespace Iness.Casework.Tests.Figures;

/// <summary>Figures counted by the database, the same by both.</summary>
public sealed class FiguresTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Region_GrantsClaimsAndRefusals_AreCounted(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        await GrantedAsync(desk);
        var (claimed, _) = await GrantedAsync(desk);
        var (paid, _) = await GrantedAsync(desk);
        var (renounced, _) = await GrantedAsync(desk);
        await MoveAsync(desk, claimed, (FileAction.ClaimPayment, Role.Applicant));
        await MoveAsync(desk, paid, (FileAction.ClaimPayment, Role.Applicant), (FileAction.Settle, Role.LeadOfficer), (FileAction.RecordPayment, Role.Finance));
        await MoveAsync(desk, renounced, (FileAction.Withdraw, Role.Applicant));
        Assert.True((await desk.DecideAsync(await desk.CheckedAsync(DecisionKind.Refusal, DecisionWorld.TooLarge))).IsDone);

        var year = await ReadAsync(desk, 2026);

        Assert.Equal((3, Money.Euros(7_200)), (year.Claims.Granted.Count, year.Claims.Granted.Amount));
        Assert.Equal((2L, 0L, 1L), (year.Claims.Claimed.Count, year.Claims.Payable.Count, year.Claims.Paid.Count));
        Assert.Equal(Money.Euros(2_400), year.Claims.Paid.Amount);
        Assert.Equal([new Figure("59", 3, Money.Euros(7_200))], year.ByDepartment);
        Assert.Equal([new Figure("onlineShop", 3, Money.Euros(18_000))], year.ByCategory);
        Assert.Equal([new Figure("ELI-3", 1, Money.Zero)], year.Refusals);
        Assert.Equal(1, year.Refused);
        Assert.Equal((5L, 4L, 1L, 2L), (year.Funnel["File"], year.Funnel["Grant"], year.Funnel["Refuse"], year.Funnel["ClaimPayment"]));
        Assert.Equal(Money.Euros(50_000), year.Envelope!.Voted);
        Assert.Equal([new EnvelopeMonth(11, Money.Euros(7_200), Money.Euros(7_200))], year.Envelope.Months);
        Assert.Equal(0, (await ReadAsync(desk, 2025)).Claims.Granted.Count);
        // Decided after the year of its envelope, it weighs on its last month.
        await using (var moved = desk.Database.Open()) await moved.Decisions.Where(decision => decision.ApplicationId == paid).ExecuteUpdateAsync(set => set.SetProperty(decision => decision.BudgetYear, 2025), Stop);
        Assert.Equal([new EnvelopeMonth(12, Money.Euros(2_400), Money.Euros(2_400))], (await ReadAsync(desk, 2025)).Envelope!.Months);
        await using (var moved = desk.Database.Open()) await moved.Decisions.ExecuteUpdateAsync(set => set.SetProperty(decision => decision.BudgetYear, 2026), Stop);
        await using var db = desk.Database.Open();
        var open = await new ReadFigures(db, new(desk.Database.Clock), desk.Database.Clock).PublicAsync(Stop);
        Assert.Equal([new Figure("2026", 3, Money.Euros(7_200))], open.ByYear);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Delays_WithAWait_AreInterpolatedAndToldApart(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine, euros: 100_000);
        // All within the year of the envelope.
        desk.Database.Clock.Set(new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));
        // Ten, twenty, thirty and forty days, of which eight were the last applicant's.
        foreach (var days in new[] { 10, 20, 30, 40 })
        {
            var file = await desk.FileAsync();
            if (days == 40) await WaitAsync(desk, file.Id, TimeSpan.FromDays(8));
            desk.Database.Clock.Advance(TimeSpan.FromDays(days == 40 ? 32 : days) - (days == 40 ? TimeSpan.FromSeconds(2) : TimeSpan.Zero));
            await using var db = desk.Database.Open();
            var fresh = await db.Applications.FindAsync([file.Id], Stop);
            var proposal = (await desk.ProposeAsync(fresh!)).Value;
            Assert.True((await desk.CheckAsync(proposal)).IsDone);
            Assert.True((await desk.DecideAsync(proposal)).IsDone);
        }

        var delays = (await ReadAsync(desk, null)).Delays;

        Assert.Equal((25, 38.5, 4), (Math.Round(delays.Total!.Median, 2), Math.Round(delays.Total.High, 2), delays.Total.Count));
        Assert.Equal((25, 31.7), (Math.Round(delays.Own!.Median, 2), Math.Round(delays.Own.High, 2)));
        Assert.Equal((0, 6.8), (Math.Round(delays.Awaited!.Median, 2), Math.Round(delays.Awaited.High, 2)));
    }

    private static async Task WaitAsync(DecisionDesk desk, Guid id, TimeSpan wait)
    {
        await MoveAsync(desk, id, (FileAction.RequestMissingItems, Role.Officer));
        desk.Database.Clock.Advance(wait - TimeSpan.FromSeconds(1));
        await MoveAsync(desk, id, (FileAction.AnswerMissingItems, Role.Applicant));
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task<Dashboard> ReadAsync(DecisionDesk desk, int? year)
    {
        await using var db = desk.Database.Open();
        return await new ReadFigures(db, new(desk.Database.Clock), desk.Database.Clock).RegionAsync(year, Stop);
    }
}
