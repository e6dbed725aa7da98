using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The grants that stand: notified, replaced by no later decision, and neither renounced, nor revoked, nor lapsed unless they were paid.</summary>
public static class GrantInForce
{
    /// <summary>In SQL, whether the grant « decided » was paid: what a bank returned is not.</summary>
    internal const string Paid = """
        EXISTS (SELECT 1 FROM "StatusChanges" AS change WHERE change."ApplicationId" = decided."ApplicationId" AND change."Action" = 'RecordPayment' AND change."At" >= decided."At"
          AND NOT EXISTS (SELECT 1 FROM "StatusChanges" AS back WHERE back."ApplicationId" = change."ApplicationId" AND back."Action" = 'RecordRejection' AND back."At" > change."At"))
        """;

    /// <summary>What a query of its own starts with: the table « Grants », one row for each of which something is left, with that amount in cents (<see cref="LeftOf"/>).</summary>
    internal const string Sql = $"""
        "Amounts" AS (
          SELECT decided."Id", decided."ApplicationId", decided."On", decided."At", decided."BudgetYear", decided."NotifiedAt", decided."Facts", decided."Assessment",
                 decided."Amount" - COALESCE((SELECT CAST(SUM(recovery."Amount") AS BIGINT) FROM "Recoveries" AS recovery
                   WHERE recovery."ApplicationId" = decided."ApplicationId" AND recovery."DecidedAt" >= decided."At" AND recovery."DroppedAt" IS NULL AND recovery."Kind" <> 'Repayment'), 0) AS reduced,
                 COALESCE((SELECT CAST(SUM(recovery."Amount") AS BIGINT) FROM "Recoveries" AS recovery
                   WHERE recovery."ApplicationId" = decided."ApplicationId" AND recovery."DecidedAt" >= decided."At" AND recovery."DroppedAt" IS NULL AND recovery."Kind" = 'Repayment'), 0) AS repaid,
                 (SELECT claim."Payable" FROM "PaymentClaims" AS claim WHERE claim."ApplicationId" = decided."ApplicationId" AND claim."PaidOn" IS NOT NULL) AS paid
          FROM "Decisions" AS decided INNER JOIN "Applications" AS file ON file."Id" = decided."ApplicationId"
          WHERE decided."Kind" = 'Grant' AND decided."NotifiedAt" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "Decisions" AS later WHERE later."ApplicationId" = decided."ApplicationId" AND later."At" > decided."At")
            AND (file."Status" IN ('Notified', 'PaymentClaimed', 'Settled', 'Paid', 'Recovery')
              OR {Paid})
        ),
        "Remainders" AS (
          SELECT "Amounts".*, CASE WHEN repaid = 0 THEN reduced WHEN paid < reduced THEN paid - repaid ELSE reduced - repaid END AS "Cents" FROM "Amounts"
        ),
        "Grants" AS (SELECT * FROM "Remainders" WHERE "Cents" > 0)
        """;

    private static readonly FileStatus[] Standing = [FileStatus.Notified, FileStatus.PaymentClaimed, FileStatus.Settled, FileStatus.Paid, FileStatus.Recovery];

    /// <summary>Those decisions.</summary>
    public static IQueryable<Decision> GrantsInForce(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Decisions.Where(decision => decision.Kind == DecisionKind.Grant && decision.NotifiedAt != null
            && !db.Decisions.Any(later => later.ApplicationId == decision.ApplicationId && later.At > decision.At)
            && (db.Applications.Any(application => application.Id == decision.ApplicationId && Standing.Contains(application.Status))
                || db.StatusChanges.Any(paid => paid.ApplicationId == decision.ApplicationId && paid.Action == FileAction.RecordPayment && paid.At >= decision.At
                    && !db.StatusChanges.Any(back => back.ApplicationId == paid.ApplicationId && back.Action == FileAction.RecordRejection && back.At > paid.At))));
    }

    /// <summary>
    /// What is left of a grant: less what was taken off it before its payment. Once a part of it is asked back, what was never paid is no aid
    /// any more: what is left is what was paid, less what is asked back. Never less than nothing.
    /// </summary>
    /// <param name="granted">What was granted.</param>
    /// <param name="reduced">What was taken off before the payment.</param>
    /// <param name="askedBack">What was asked back after it.</param>
    /// <param name="paid">What was paid; null while nothing was.</param>
    public static Money LeftOf(Money granted, Money reduced, Money askedBack, Money? paid)
    {
        var left = granted - reduced;
        if (askedBack > Money.Zero) left = (paid < left ? paid.Value : left) - askedBack;
        return left > Money.Zero ? left : Money.Zero;
    }

    /// <summary>What is left of each of these grants, whether in force or not.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Money>> LeftOfGrantsAsync(this InessDbContext db, IReadOnlyCollection<Guid> decisions, CancellationToken cancellationToken)
    {
        if (decisions.Count == 0) return new Dictionary<Guid, Money>();
        var granted = await db.Decisions.Where(decision => EF.Parameter(decisions).Contains(decision.Id))
            .Select(decision => new
            {
                decision.Id,
                decision.ApplicationId,
                decision.At,
                decision.Amount,
                Paid = db.PaymentClaims.Where(claim => claim.ApplicationId == decision.ApplicationId && claim.PaidOn != null).Select(claim => claim.Payable).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var files = granted.ConvertAll(grant => grant.ApplicationId);
        var taken = (await db.Recoveries.Where(recovery => EF.Parameter(files).Contains(recovery.ApplicationId) && recovery.DecidedAt != null && recovery.DroppedAt == null)
            .Select(recovery => new { recovery.ApplicationId, recovery.DecidedAt, recovery.Kind, recovery.Amount }).ToListAsync(cancellationToken)).ToLookup(recovery => recovery.ApplicationId);
        return granted.ToDictionary(grant => grant.Id, grant =>
        {
            // Those of an act replaced took nothing off this one.
            var since = taken[grant.ApplicationId].Where(recovery => recovery.DecidedAt >= grant.At).ToLookup(recovery => recovery.Kind == RecoveryKind.Repayment, recovery => recovery.Amount);
            return LeftOf(grant.Amount, Sum(since[false]), Sum(since[true]), grant.Paid);
        });
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
