using Iness.Casework.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Iness.TestKit;

/// <summary>The databases a persistence test runs on.</summary>
public enum Engine
{
    /// <summary>One file.</summary>
    Sqlite,

    /// <summary>A server, started by the tests.</summary>
    Postgres,
}

/// <summary>A database of its own for one test, made by the migrations.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? folder;

    private TestDatabase(Engine engine, string connection, string? folder) => (Engine, Connection, this.folder) = (engine, connection, folder);

    /// <summary>What it runs on.</summary>
    public Engine Engine { get; }

    /// <summary>Its connection string; of SQLite, the file.</summary>
    public string Connection { get; }

    /// <summary>The clock of its contexts.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Settings that make the portal use it.</summary>
    public (string Key, string Value) Setting => Engine == Engine.Sqlite ? ("Database:File", Connection) : ("Database:Postgres", Connection);

    /// <summary>A new context on it.</summary>
    public InessDbContext Open() => Engine == Engine.Sqlite
        ? new SqliteInessDbContext(Options<SqliteInessDbContext>(options => options.UseSqliteFile(Connection)), Clock)
        : new PostgresInessDbContext(Options<PostgresInessDbContext>(options => options.UseNpgsql(Connection)), Clock);

    /// <summary>Makes one.</summary>
    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        if (engine == Engine.Postgres) return await OnPostgresAsync();
        var folder = Directory.CreateTempSubdirectory("iness-db-").FullName;
        var database = new TestDatabase(engine, Path.Combine(folder, "iness.db"), folder);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static Task<TestDatabase> OnPostgresAsync() => throw new NotSupportedException();

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> choose)
        where T : InessDbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        choose(options.UseIness());
        return options.Options;
    }
}
