using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The grants that stand: notified, replaced by no later decision, and neither renounced, nor revoked, nor lapsed unless they were paid.</summary>
public static class GrantInForce
{
    /// <summary>What a query of its own starts with: the table « Grants », one row each, with the amount in cents once reduced.</summary>
    internal const string Sql = """
        "Grants" AS (
          SELECT decided."Id", decided."ApplicationId", decided."On", decided."At", decided."BudgetYear", decided."NotifiedAt", decided."Facts", decided."Assessment",
                 decided."Amount" - COALESCE((SELECT CAST(SUM(recovery."Amount") AS BIGINT) FROM "Recoveries" AS recovery
                   WHERE recovery."ApplicationId" = decided."ApplicationId" AND recovery."DecidedAt" >= decided."At" AND recovery."DroppedAt" IS NULL), 0) AS "Cents"
          FROM "Decisions" AS decided INNER JOIN "Applications" AS file ON file."Id" = decided."ApplicationId"
          WHERE decided."Kind" = 'Grant' AND decided."NotifiedAt" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "Decisions" AS later WHERE later."ApplicationId" = decided."ApplicationId" AND later."At" > decided."At")
            AND (file."Status" IN ('Notified', 'PaymentClaimed', 'Settled', 'Paid', 'Recovery')
              OR EXISTS (SELECT 1 FROM "StatusChanges" AS paid WHERE paid."ApplicationId" = decided."ApplicationId" AND paid."Action" = 'RecordPayment' AND paid."At" >= decided."At"))
        )
        """;

    private static readonly FileStatus[] Standing = [FileStatus.Notified, FileStatus.PaymentClaimed, FileStatus.Settled, FileStatus.Paid, FileStatus.Recovery];

    /// <summary>Those decisions.</summary>
    public static IQueryable<Decision> GrantsInForce(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Decisions.Where(decision => decision.Kind == DecisionKind.Grant && decision.NotifiedAt != null
            && !db.Decisions.Any(later => later.ApplicationId == decision.ApplicationId && later.At > decision.At)
            && (db.Applications.Any(application => application.Id == decision.ApplicationId && Standing.Contains(application.Status))
                || db.StatusChanges.Any(paid => paid.ApplicationId == decision.ApplicationId && paid.Action == FileAction.RecordPayment && paid.At >= decision.At)));
    }
}
