using System.Globalization;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Gives a file its number.</summary>
internal static class FileNumbering
{
    /// <summary>The next number of a year, « INESS-2026-000123 ». Whoever files at the same instant waits for the end of this transaction: no number is given twice, none is skipped.</summary>
    public static async Task<string> NextFileNumberAsync(this InessDbContext db, int year, CancellationToken cancellationToken)
    {
        // The first of the year makes the row; two firsts at once cannot make it twice.
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "FileNumbers" ("Year", "Last") VALUES ({year}, 0) ON CONFLICT DO NOTHING""", cancellationToken);
        var sequence = await db.Locked(db.FileNumbers).SingleAsync(numbers => numbers.Year == year, cancellationToken);
        sequence.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"INESS-{year:0000}-{sequence.Last:000000}");
    }
}
