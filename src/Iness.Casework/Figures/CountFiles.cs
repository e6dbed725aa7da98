using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Figures;

/// <summary>Counts files in the database, those filed from an instant until before another.</summary>
internal sealed class CountFiles(InessDbContext db)
{
    private readonly Dialect sql = new(db);

    /// <summary>How many files came to each action, whatever became of them afterwards.</summary>
    public async Task<IReadOnlyDictionary<string, long>> FunnelAsync(DateTime from, DateTime until, CancellationToken cancellationToken) =>
        (await sql.Ask<CountRow>(
            """
            SELECT change."Action" AS "Key", COUNT(DISTINCT change."ApplicationId") AS "Count" FROM "StatusChanges" AS change
            INNER JOIN "Applications" AS file ON file."Id" = change."ApplicationId" WHERE file."FiledAt" >= {0} AND file."FiledAt" < {1} GROUP BY change."Action"
            """,
            from, until).ToListAsync(cancellationToken)).ToDictionary(row => row.Key, row => row.Count, StringComparer.Ordinal);

    /// <summary>How long the first grant or refusal of each file took, the days when the applicant was awaited apart.</summary>
    public async Task<Delays> DelaysAsync(DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        var rows = (await sql.Ask<DurationRow>(
            $$"""
            WITH decided AS (
              SELECT file."Id", file."FiledAt", MIN(change."At") AS at FROM "Applications" AS file
              INNER JOIN "StatusChanges" AS change ON change."ApplicationId" = file."Id" AND change."Action" IN ('Grant', 'Refuse')
              WHERE file."FiledAt" >= {0} AND file."FiledAt" < {1} GROUP BY file."Id", file."FiledAt"),
            awaited AS (
              SELECT decided."Id", SUM({{sql.Days("wait.\"At\"", NextChange)}}) AS days
              FROM decided INNER JOIN "StatusChanges" AS wait ON wait."ApplicationId" = decided."Id" AND wait."Action" = 'RequestMissingItems' AND wait."At" < decided.at GROUP BY decided."Id"),
            timed AS (
              SELECT {{sql.Days("decided.\"FiledAt\"", "decided.at")}} AS total, COALESCE(awaited.days, 0.0) AS days FROM decided LEFT JOIN awaited ON awaited."Id" = decided."Id"),
            measures AS (
              SELECT 'total' AS m, total AS v FROM timed UNION ALL SELECT 'own', total - days FROM timed UNION ALL SELECT 'awaited', days FROM timed)
            {{sql.Percentiles("measures")}}
            """,
            from, until).ToListAsync(cancellationToken)).ToDictionary(row => row.Key, row => new Duration(row.Median, row.High, row.Count), StringComparer.Ordinal);
        return new(rows.GetValueOrDefault("total"), rows.GetValueOrDefault("own"), rows.GetValueOrDefault("awaited"));
    }

    // Whatever ended the wait: everything was sent, or the service went on without.
    private const string NextChange = """(SELECT MIN(next."At") FROM "StatusChanges" AS next WHERE next."ApplicationId" = wait."ApplicationId" AND next."At" > wait."At")""";

    private sealed record CountRow(string Key, long Count);

    private sealed record DurationRow(string Key, double Median, double High, long Count);
}
