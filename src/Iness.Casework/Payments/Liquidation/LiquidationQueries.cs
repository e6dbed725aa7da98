using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>What waits to be liquidated.</summary>
public static class LiquidationQueries
{
    /// <summary>Settled claims that no batch asks finance to pay, by the year they are counted on.</summary>
    public static IQueryable<SettledClaim> SettledClaims(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        // A claim rejected may come again; one asked and not answered may not.
        return from claim in db.PaymentClaims
               join application in db.Applications on claim.ApplicationId equals application.Id
               join decision in db.Decisions on application.Id equals decision.ApplicationId
               where application.Status == FileStatus.Settled && claim.ValidatedAt != null && decision.Kind == DecisionKind.Grant
                   && !db.Decisions.Any(later => later.ApplicationId == application.Id && later.At > decision.At)
                   && !db.LiquidationLines.Any(line => line.ClaimId == claim.Id && line.RejectedOn == null)
               select new SettledClaim { ClaimId = claim.Id, ApplicationId = application.Id, Number = application.Number!, Payable = claim.Payable!.Value, BudgetYear = decision.BudgetYear };
    }

    /// <summary>How many settled claims of each year wait, and for how much, the oldest year first.</summary>
    public static async Task<IReadOnlyList<WaitingYear>> WaitingYearsAsync(this InessDbContext db, CancellationToken cancellationToken)
    {
        var waiting = await db.SettledClaims().AsNoTracking().ToListAsync(cancellationToken);
        return [.. waiting.GroupBy(claim => claim.BudgetYear).OrderBy(year => year.Key)
            .Select(year => new WaitingYear(year.Key, year.Count(), year.Aggregate(Money.Zero, (sum, claim) => sum + claim.Payable)))];
    }
}

/// <summary>A claim that waits to be liquidated.</summary>
public sealed record SettledClaim
{
    /// <summary>The claim.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Number of the file.</summary>
    public required string Number { get; init; }

    /// <summary>Amount to pay.</summary>
    public required Money Payable { get; init; }

    /// <summary>The year it is counted on.</summary>
    public required int BudgetYear { get; init; }
}

/// <summary>What waits to be liquidated on a year.</summary>
/// <param name="Year">Budget year.</param>
/// <param name="Count">How many.</param>
/// <param name="Total">For how much.</param>
public sealed record WaitingYear(int Year, int Count, Money Total);
