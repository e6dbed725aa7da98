using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Figures;

/// <summary>The few words of SQL that the two databases do not share.</summary>
internal sealed class Dialect(InessDbContext db)
{
    private readonly bool isSqlite = db is SqliteInessDbContext;

    /// <summary>Asks what this project wrote itself; what comes from elsewhere stands in the values, at {0}, {1}…</summary>
    public IQueryable<T> Ask<T>(string query, params object[] values) => db.Database.SqlQueryRaw<T>(query, values);

    /// <summary>Days between two instants, with their fraction.</summary>
    public string Days(string from, string until) => isSqlite ? $"(julianday({until}) - julianday({from}))" : $"CAST(EXTRACT(EPOCH FROM ({until} - {from})) / 86400 AS DOUBLE PRECISION)";

    /// <summary>The year of a day.</summary>
    public string Year(string day) => isSqlite ? $"CAST(substr({day}, 1, 4) AS INTEGER)" : $"CAST(EXTRACT(YEAR FROM {day}) AS INTEGER)";

    /// <summary>The month of a day.</summary>
    public string Month(string day) => isSqlite ? $"CAST(substr({day}, 6, 2) AS INTEGER)" : $"CAST(EXTRACT(MONTH FROM {day}) AS INTEGER)";

    /// <summary>A part of a JSON text; the whole without path. Read once, a text is sooner read as json than turned into jsonb.</summary>
    public string Part(string json, params string[] path) => isSqlite
        ? $"json_extract({json}, '${string.Concat(path.Select(name => $".{name}"))}')"
        : $"(CAST({json} AS json){string.Concat(path.Select(name => $" -> '{name}'"))})";

    /// <summary>The elements of a list within JSON, as a table that has one column « value ».</summary>
    public string Each(string list, string alias) => isSqlite ? $"json_each({list}) AS {alias}" : $"json_array_elements({list}) AS {alias}(value)";

    /// <summary>A text of such an element.</summary>
    public string Text(string alias, string name) => isSqlite ? $"json_extract({alias}.value, '$.{name}')" : $"({alias}.value ->> '{name}')";

    /// <summary>An amount of such an element, in cents.</summary>
    public string Cents(string alias, string name) => isSqlite ? $"CAST(ROUND(json_extract({alias}.value, '$.{name}') * 100) AS INTEGER)" : $"CAST(ROUND(CAST({alias}.value ->> '{name}' AS NUMERIC) * 100) AS BIGINT)";

    /// <summary>A truth of such an element, as 0 or 1.</summary>
    public string Truth(string alias, string name) => isSqlite ? $"json_extract({alias}.value, '$.{name}')" : $"CAST(CAST({alias}.value ->> '{name}' AS BOOLEAN) AS INTEGER)";

    /// <summary>
    /// Median and 95th percentile of « v » for each « m » of a table, interpolated as percentile_cont does. SQLite has no such function: the
    /// two rows around the rank are weighed.
    /// </summary>
    public string Percentiles(string table) => isSqlite
        ? $"""
           SELECT m AS "Key", {Weighed("0.5")} AS "Median", {Weighed("0.95")} AS "High", MAX(n) + 1 AS "Count"
           FROM (SELECT m, v, ROW_NUMBER() OVER (PARTITION BY m ORDER BY v) - 1 AS r, COUNT(*) OVER (PARTITION BY m) - 1 AS n FROM {table}) AS ranked GROUP BY m
           """
        : $"""
           SELECT m AS "Key", percentile_cont(0.5) WITHIN GROUP (ORDER BY v) AS "Median", percentile_cont(0.95) WITHIN GROUP (ORDER BY v) AS "High", COUNT(*) AS "Count"
           FROM {table} GROUP BY m
           """;

    private static string Weighed(string part)
    {
        var (rank, whole) = ($"({part} * n)", $"CAST({part} * n AS INTEGER)");
        return $"SUM(CASE WHEN r = {whole} THEN v * (1 - ({rank} - {whole})) WHEN r = {whole} + 1 THEN v * ({rank} - {whole}) ELSE 0.0 END)";
    }
}
