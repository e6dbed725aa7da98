using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Persistence;

/// <summary>Chooses the database: PostgreSQL when « Database:Postgres » holds a connection string, else the SQLite file « Database:File ».</summary>
public static class PersistenceRegistration
{
    private const string DefaultFile = "data/iness.db";

    /// <summary>Registers the database.</summary>
    public static IServiceCollection AddInessDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Database:Postgres"] is { Length: > 0 } postgres)
        {
            services.AddDbContext<InessDbContext, PostgresInessDbContext>(options => options.UseIness().UseNpgsql(postgres));
            return services;
        }

        var file = configuration["Database:File"] is { Length: > 0 } chosen ? chosen : DefaultFile;
        services.AddDbContext<InessDbContext, SqliteInessDbContext>(options => options.UseIness().UseSqliteFile(file));
        return services;
    }

    /// <summary>Creates the database at first start, and brings it up to date.</summary>
    public static async Task MigrateInessDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InessDbContext>();
        if (db is SqliteInessDbContext && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is { Length: > 0 } file)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>What both databases share.</summary>
    internal static DbContextOptionsBuilder UseIness(this DbContextOptionsBuilder options) => options
        // A list of rows with their children in one query repeats the parent for each child: it must be asked for by name.
        .ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
            // A count that stops at a limit counts the same whatever the order.
            .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    internal static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(SqliteConnectionString(file))
        .AddInterceptors(new SqlitePragmas());

    internal static string SqliteConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString;
}
