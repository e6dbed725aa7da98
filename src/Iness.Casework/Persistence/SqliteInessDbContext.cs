using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Persistence;

/// <summary>The database in one file.</summary>
public sealed class SqliteInessDbContext(DbContextOptions<SqliteInessDbContext> options, TimeProvider time) : InessDbContext(options, time)
{
    /// <inheritdoc/>
    // A transaction of SQLite that may write holds the whole database from its start.
    public override IQueryable<T> Locked<T>(DbSet<T> rows) => rows;
}
