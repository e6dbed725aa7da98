using System.Diagnostics;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Iness.TestKit.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Benchmarks.Worklist;

/// <summary>A database of its own, erased with it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly string Cli = RepositoryRoot.PathOf("src", "Iness.Cli", "bin", "Release", "net10.0", "iness.dll");
    private readonly string folder = Directory.CreateTempSubdirectory("iness-bench-").FullName;
    private PostgresServer? server;
    private string connection = "";

    private BenchDatabase()
    {
    }

    /// <summary>A folder for what the portal writes.</summary>
    public string Folder => folder;

    /// <summary>The setting that makes the portal use it.</summary>
    public (string Key, string Value) Setting => server is null ? ("Database:File", connection) : ("Database:Postgres", connection);

    public static async Task<BenchDatabase> CreateAsync(Engine engine)
    {
        var database = new BenchDatabase();
        database.connection = Path.Combine(database.folder, "iness.db");
        if (engine == Engine.Sqlite) return database;
        var (server, reason) = await PostgresServer.TryStartAsync();
        database.server = server ?? throw new InvalidOperationException(reason);
        database.connection = await server.CreateDatabaseAsync();
        return database;
    }

    /// <summary>Runs « iness » on it.</summary>
    public async Task RunCliAsync(params string[] arguments)
    {
        using var process = Process.Start("dotnet", [Cli, .. arguments, server is null ? "--sqlite" : "--postgres", connection]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"iness {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>The same, measured.</summary>
    public Task<ProcessCost> MeasureCliAsync(params string[] arguments) => MeasuredProcess.RunAsync([Cli, .. arguments, server is null ? "--sqlite" : "--postgres", connection]);

    /// <summary>Makes its tables.</summary>
    public async Task MigrateAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(Setting.Key, Setting.Value)]).Build();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddInessDatabase(configuration).BuildServiceProvider();
        await services.MigrateInessDatabaseAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
