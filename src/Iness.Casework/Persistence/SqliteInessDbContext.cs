using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Persistence;

/// <summary>The database in one file.</summary>
public sealed class SqliteInessDbContext(DbContextOptions<SqliteInessDbContext> options, TimeProvider time) : InessDbContext(options, time)
{
    // A transaction of SQLite that may write holds the whole database from its start.

    /// <inheritdoc/>
    public override Task LockApplicationAsync(Guid id, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override IQueryable<T> Locked<T>(DbSet<T> rows) => rows;
}
