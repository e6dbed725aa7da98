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

    /// <summary>Costs retained by category: what the assessment retains of each line, under the category that the facts give it. Each text is parsed once.</summary>
    public Task<IReadOnlyList<Figure>> ByCategoryAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         , "Parsed" AS MATERIALIZED (
           SELECT "Grants"."Id", {sql.Part("\"Grants\".\"Facts\"", "project", "costs")} AS costs, {sql.Part("\"Grants\".\"Assessment\"", "costs", "lines")} AS lines FROM "Grants" WHERE {Within})
         SELECT {sql.Text("cost", "category")} AS "Key", COUNT(DISTINCT "Parsed"."Id") AS "Count", CAST(SUM({sql.Cents("line", "retained")}) AS BIGINT) AS "Cents"
         FROM "Parsed" CROSS JOIN {Lateral}{sql.Each("\"Parsed\".costs", "cost")} CROSS JOIN {Lateral}{sql.Each("\"Parsed\".lines", "line")}
         WHERE {sql.Text("line", "id")} = {sql.Text("cost", "id")} AND {sql.Cents("line", "retained")} > 0 GROUP BY 1 ORDER BY 3 DESC
         """,
        from, until, cancellationToken);

    /// <summary>Refusals by the provisions that were not met, rulings counted. A refusal counts once for each.</summary>
    public Task<IReadOnlyList<Figure>> RefusalsAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) => FiguresAsync(
        $"""
         SELECT {sql.Text("finding", "provision")} AS "Key", COUNT(*) AS "Count", CAST(0 AS BIGINT) AS "Cents"
         FROM "Decisions" AS decided CROSS JOIN {Lateral}{sql.Each(sql.Part("decided.\"Assessment\"", "findings"), "finding")}
         WHERE decided."Kind" = 'Refusal' AND decided."On" >= {Zero} AND decided."On" <= {One}
           AND COALESCE((SELECT {sql.Truth("ruling", "isMet")} FROM {sql.Each(sql.Part("decided.\"Rulings\""), "ruling")} WHERE {sql.Text("ruling", "provision")} = {sql.Text("finding", "provision")} LIMIT 1),
                        CASE WHEN {sql.Text("finding", "verdict")} = 'notMet' THEN 0 ELSE 1 END) = 0
         GROUP BY 1 ORDER BY 2 DESC, 1
         """,
        from, until, cancellationToken);

    /// <summary>Grants of these days, with those claimed, validated and paid.</summary>
    public async Task<ClaimFigures> ClaimsAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var row = await sql.Ask<ClaimRow>(
            $"""
             WITH {GrantInForce.Sql}, "Followed" AS (
               SELECT "Grants"."Cents" AS cents, claim."Payable" AS payable, CASE WHEN claim."ValidatedAt" IS NULL THEN 0 ELSE 1 END AS validated, {Came("ClaimPayment")} AS claimed, CASE WHEN {GrantInForce.Paid.Replace("decided", "\"Grants\"", StringComparison.Ordinal)} THEN 1 ELSE 0 END AS paid
               FROM "Grants" LEFT JOIN "PaymentClaims" AS claim ON claim."ApplicationId" = "Grants"."ApplicationId" WHERE {Within})
             SELECT COUNT(*) AS "Granted", {Total("cents")} AS "GrantedCents", {Total("claimed")} AS "Claimed", {Total("claimed * cents")} AS "ClaimedCents", {Total("validated")} AS "Validated",
                    {Total("validated * payable")} AS "ValidatedCents", {Total("paid")} AS "Paid", {Total("paid * COALESCE(payable, cents)")} AS "PaidCents"
             FROM "Followed"
             """,
            from, until).SingleAsync(cancellationToken);
        return new(new("", row.Granted, new(row.GrantedCents)), new("", row.Claimed, new(row.ClaimedCents)), new("", row.Validated, new(row.ValidatedCents)), new("", row.Paid, new(row.PaidCents)));
    }

    /// <summary>What the decisions of each month grant on the envelope of a year, and since its start. One of another year is in the nearest month: it weighs on this envelope.</summary>
    public async Task<IReadOnlyList<EnvelopeMonth>> MonthsAsync(int year, CancellationToken cancellationToken) =>
    [
        .. (await sql.Ask<MonthRow>(
            $"""
             WITH {GrantInForce.Sql}
             SELECT month AS "Month", cents AS "Cents", CAST(SUM(cents) OVER (ORDER BY month) AS BIGINT) AS "Total"
             FROM (SELECT CASE WHEN "Grants"."On" < {One} THEN 1 WHEN "Grants"."On" > {Two} THEN 12 ELSE {sql.Month("\"Grants\".\"On\"")} END AS month, CAST(SUM("Grants"."Cents") AS BIGINT) AS cents FROM "Grants" WHERE "Grants"."BudgetYear" = {Zero} GROUP BY 1) AS months ORDER BY month
             """,
            year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).ToListAsync(cancellationToken)).Select(row => new EnvelopeMonth(row.Month, new(row.Cents), new(row.Total))),
    ];

    // Places of the parameters.
    private const string Zero = "{0}";
    private const string One = "{1}";
    private const string Two = "{2}";
    private const string Sums = "COUNT(*) AS \"Count\", COALESCE(CAST(SUM(\"Grants\".\"Cents\") AS BIGINT), 0) AS \"Cents\"";
    private const string Within = "\"Grants\".\"On\" >= {0} AND \"Grants\".\"On\" <= {1}";

    private static string Came(string action) =>
        $"""CASE WHEN EXISTS (SELECT 1 FROM "StatusChanges" AS change WHERE change."ApplicationId" = "Grants"."ApplicationId" AND change."Action" = '{action}' AND change."At" >= "Grants"."At") THEN 1 ELSE 0 END""";

    private static string Total(string value) => $"COALESCE(CAST(SUM({value}) AS BIGINT), 0)";

    // SQLite's tables made by a function see what stands before them by themselves.
    private string Lateral => db is SqliteInessDbContext ? "" : "LATERAL ";

    private async Task<IReadOnlyList<Figure>> FiguresAsync(string query, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        [.. (await sql.Ask<FigureRow>($"WITH {GrantInForce.Sql} {query}", from, until).ToListAsync(cancellationToken)).Select(row => new Figure(row.Key, row.Count, new(row.Cents)))];

    private sealed record FigureRow(string Key, long Count, long Cents);

    private sealed record ClaimRow(long Granted, long GrantedCents, long Claimed, long ClaimedCents, long Validated, long ValidatedCents, long Paid, long PaidCents);

    private sealed record MonthRow(int Month, long Cents, long Total);
}
