using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Iness.Casework.Persistence;

/// <summary>For « dotnet ef »: writes the migrations of the SQLite file.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteInessDbContext>
{
    public SqliteInessDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteInessDbContext>().UseSqlite("Data Source=:memory:").Options, TimeProvider.System);
}

/// <summary>For « dotnet ef »: writes the migrations of PostgreSQL.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresInessDbContext>
{
    public PostgresInessDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresInessDbContext>().UseNpgsql("Host=localhost").Options, TimeProvider.System);
}
