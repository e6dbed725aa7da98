using Iness.Casework.Persistence;
using Iness.TestKit.Servers;
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
    private static readonly Lazy<Task<byte[]>> EmptyFile = new(MigratedFileAsync);
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
    public static Task<TestDatabase> CreateAsync(Engine engine) => engine == Engine.Postgres ? OnPostgresAsync() : OnSqliteAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Engine == Engine.Postgres)
        {
            await (await PostgresRun.ServerOrSkipAsync()).DropDatabaseAsync(Connection);
        }
        else if (folder is not null)
        {
            using (var connection = new SqliteConnection(PersistenceRegistration.SqliteConnectionString(Connection))) SqliteConnection.ClearPool(connection);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Skips the test, with the reason, where there is no PostgreSQL.</summary>
    private static async Task<TestDatabase> OnPostgresAsync()
    {
        var server = await PostgresRun.ServerOrSkipAsync();
        var template = await server.TemplateAsync("iness_template", async connection =>
        {
            await using var db = new TestDatabase(Engine.Postgres, connection, null).Open();
            await db.Database.MigrateAsync();
        });
        return new(Engine.Postgres, await server.CreateDatabaseAsync(template), null);
    }

    /// <summary>The migrations run once; each test has a copy of the file they made.</summary>
    private static async Task<TestDatabase> OnSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("iness-db-").FullName;
        var database = new TestDatabase(Engine.Sqlite, Path.Combine(folder, "iness.db"), folder);
        await File.WriteAllBytesAsync(database.Connection, await EmptyFile.Value);
        return database;
    }

    private static async Task<byte[]> MigratedFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("iness-db-").FullName;
        try
        {
            var file = Path.Combine(folder, "iness.db");
            await using (var db = new TestDatabase(Engine.Sqlite, file, null).Open())
            {
                await db.Database.MigrateAsync();
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }

            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> choose)
        where T : InessDbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        choose(options.UseIness());
        return options.Options;
    }
}
