using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Persistence;

/// <summary>The database on a server, for more than one node.</summary>
public sealed class PostgresInessDbContext(DbContextOptions<PostgresInessDbContext> options, TimeProvider time) : InessDbContext(options, time)
{
    /// <inheritdoc/>
    public override Task LockApplicationAsync(Guid id, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Applications" WHERE "Id" = {id} FOR UPDATE""", cancellationToken);

    /// <inheritdoc/>
    public override IQueryable<T> Locked<T>(DbSet<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var table = rows.EntityType.GetTableName()!;
#pragma warning disable EF1002 // The name of a table of the model, not something typed.
        return rows.FromSqlRaw($"SELECT * FROM \"{table}\" FOR UPDATE");
#pragma warning restore EF1002
    }
}
