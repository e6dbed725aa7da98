using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Figures;

/// <summary>Counts grants in the database; dates are days of decision, both included.</summary>
internal sealed class CountGrants(InessDbContext db)
{
    private readonly Dialect sql = new(db);

    public Task<IReadOnlyList<Figure>> ByYearAsync(CancellationToken cancellationToken) =>
        FiguresAsync($"""SELECT CAST({sql.Year("\"Grants\".\"On\"")} AS TEXT) AS "Key", {Sums} FROM "Grants" GROUP BY 1 ORDER BY 1""", DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);

    public Task<IReadOnlyList<Figure>> ByDepartmentAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         SELECT COALESCE(listing."Department", '') AS "Key", {Sums} FROM "Grants" LEFT JOIN "FileListings" AS listing ON listing."ApplicationId" = "Grants"."ApplicationId"
         WHERE {Within} GROUP BY 1 ORDER BY 1
         """,
        from, until, cancellationToken);

    /// <summary>Costs retained by category: what the assessment retains of each line, under the category that the facts give it.</summary>
    public Task<IReadOnlyList<Figure>> ByCategoryAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         SELECT {sql.Text("cost", "category")} AS "Key", COUNT(DISTINCT "Grants"."Id") AS "Count", CAST(SUM({sql.Cents("line", "retained")}) AS BIGINT) AS "Cents"
         FROM "Grants" CROSS JOIN {Lateral}{sql.Each("\"Grants\".\"Facts\"", "cost", "project", "costs")} CROSS JOIN {Lateral}{sql.Each("\"Grants\".\"Assessment\"", "line", "costs", "lines")}
         WHERE {Within} AND {sql.Text("line", "id")} = {sql.Text("cost", "id")} AND {sql.Cents("line", "retained")} > 0 GROUP BY 1 ORDER BY 3 DESC
         """,
        from, until, cancellationToken);

    /// <summary>Refusals by the provisions that were not met, rulings counted. A refusal counts once for each.</summary>
    public Task<IReadOnlyList<Figure>> RefusalsAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         SELECT {sql.Text("finding", "provision")} AS "Key", COUNT(*) AS "Count", CAST(0 AS BIGINT) AS "Cents"
         FROM "Decisions" AS decided CROSS JOIN {Lateral}{sql.Each("decided.\"Assessment\"", "finding", "findings")}
         WHERE decided."Kind" = 'Refusal' AND decided."On" >= {Zero} AND decided."On" <= {One}
           AND COALESCE((SELECT {sql.Truth("ruling", "isMet")} FROM {sql.Each("decided.\"Rulings\"", "ruling")} WHERE {sql.Text("ruling", "provision")} = {sql.Text("finding", "provision")} LIMIT 1),
                        CASE WHEN {sql.Text("finding", "verdict")} = 'notMet' THEN 0 ELSE 1 END) = 0
         GROUP BY 1 ORDER BY 2 DESC, 1
         """,
        from, until, cancellationToken);

    /// <summary>Grants of these days, with those claimed, validated and paid: four rows.</summary>
    public Task<IReadOnlyList<Figure>> ClaimsAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         , "Followed" AS (
           SELECT "Grants"."Cents", claim."Payable",
             EXISTS (SELECT 1 FROM "StatusChanges" AS change WHERE change."ApplicationId" = "Grants"."ApplicationId" AND change."Action" = 'ClaimPayment' AND change."At" >= "Grants"."At") AS claimed,
             EXISTS (SELECT 1 FROM "StatusChanges" AS change WHERE change."ApplicationId" = "Grants"."ApplicationId" AND change."Action" = 'RecordPayment' AND change."At" >= "Grants"."At") AS paid,
             claim."ValidatedAt" IS NOT NULL AS validated
           FROM "Grants" LEFT JOIN "PaymentClaims" AS claim ON claim."ApplicationId" = "Grants"."ApplicationId" WHERE {Within})
         SELECT 'granted' AS "Key", COUNT(*) AS "Count", COALESCE(CAST(SUM("Cents") AS BIGINT), 0) AS "Cents" FROM "Followed"
         UNION ALL SELECT 'claimed', COUNT(*), COALESCE(CAST(SUM("Cents") AS BIGINT), 0) FROM "Followed" WHERE claimed
         UNION ALL SELECT 'payable', COUNT(*), COALESCE(CAST(SUM("Payable") AS BIGINT), 0) FROM "Followed" WHERE validated
         UNION ALL SELECT 'paid', COUNT(*), COALESCE(CAST(SUM(COALESCE("Payable", "Cents")) AS BIGINT), 0) FROM "Followed" WHERE paid
         """,
        from, until, cancellationToken);

    /// <summary>What the decisions of each month grant on the envelope of a year, and since its start.</summary>
    public async Task<IReadOnlyList<EnvelopeMonth>> MonthsAsync(int year, CancellationToken cancellationToken) =>
    [
        .. (await sql.Ask<MonthRow>(
            $"""
             WITH {GrantInForce.Sql}
             SELECT month AS "Month", cents AS "Cents", CAST(SUM(cents) OVER (ORDER BY month) AS BIGINT) AS "Total"
             FROM (SELECT {sql.Month("\"Grants\".\"On\"")} AS month, CAST(SUM("Grants"."Cents") AS BIGINT) AS cents FROM "Grants" WHERE "Grants"."BudgetYear" = {Zero} GROUP BY 1) AS months ORDER BY month
             """,
            year).ToListAsync(cancellationToken)).Select(row => new EnvelopeMonth(row.Month, new(row.Cents), new(row.Total))),
    ];

    // Places of the parameters.
    private const string Zero = "{0}";
    private const string One = "{1}";
    private const string Sums = "COUNT(*) AS \"Count\", COALESCE(CAST(SUM(\"Grants\".\"Cents\") AS BIGINT), 0) AS \"Cents\"";
    private const string Within = "\"Grants\".\"On\" >= {0} AND \"Grants\".\"On\" <= {1}";

    // SQLite's tables made by a function see what stands before them by themselves.
    private string Lateral => db is SqliteInessDbContext ? "" : "LATERAL ";

    private async Task<IReadOnlyList<Figure>> FiguresAsync(string query, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        [.. (await sql.Ask<FigureRow>($"WITH {GrantInForce.Sql} {query}", from, until).ToListAsync(cancellationToken)).Select(row => new Figure(row.Key, row.Count, new(row.Cents)))];

    private sealed record FigureRow(string Key, long Count, long Cents);

    private sealed record MonthRow(int Month, long Cents, long Total);
}
