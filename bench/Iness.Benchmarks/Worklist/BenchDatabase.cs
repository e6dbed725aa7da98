using System.Diagnostics;
using Iness.TestKit;
using Iness.TestKit.Servers;

namespace Iness.Benchmarks.Worklist;

/// <summary>A database of its own, erased with it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
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
        var cli = RepositoryRoot.PathOf("src", "Iness.Cli", "bin", "Release", "net10.0", "iness.dll");
        using var process = Process.Start("dotnet", [cli, .. arguments, server is null ? "--sqlite" : "--postgres", connection]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"iness {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
