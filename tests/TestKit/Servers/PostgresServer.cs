using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Iness.TestKit.Servers;

/// <summary>A PostgreSQL server of the machine's own package, on a free port of loopback, one for a whole run; it ends with the run.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql";
    private const int Tries = 3;
    private readonly Child child;
    private readonly int port;
    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();

    private PostgresServer(Child child, int port)
    {
        this.child = child;
        this.port = port;
    }

    /// <summary>Starts a server; without one, the reason.</summary>
    public static async Task<(PostgresServer? Server, string? Reason)> TryStartAsync()
    {
        if (!OperatingSystem.IsLinux() || FindPrograms() is not { } programs) return (null, "PostgreSQL is not installed (Debian's package « postgresql »).");
        var reason = "";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // The port may be taken by another program in between: then another one will do.
            var port = FreePort();
            var child = await StartAsync(programs, port);
            if (await child.ReadAsync() is { } line)
            {
                if (line == "ready") return (new(child, port), null);
                reason = line + " " + await child.ReadToEndAsync();
            }

            await child.DisposeAsync();
        }

        return (null, $"PostgreSQL does not start: {reason.ReplaceLineEndings(" ").Trim()}");
    }

    /// <summary>A new, empty database: its connection string.</summary>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("template0");

    /// <summary>A new database, copied from another one that nobody is connected to: its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return ConnectionString(name);
    }

    /// <summary>Creates a template once in the run, prepared by the first caller: its name, for <see cref="CreateDatabaseAsync(string)"/>.</summary>
    public async Task<string> TemplateAsync(string name, Func<string, Task> prepare)
    {
        await templates.GetOrAdd(name, _ => new(CreateAsync)).Value;
        return name;

        async Task CreateAsync()
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE template0");
            // A pooled connection would stay open, and a database in use cannot be copied.
            await prepare(ConnectionString(name) + ";Pooling=false");
        }
    }

    /// <summary>Drops a database of <see cref="CreateDatabaseAsync()"/>, whoever is still connected to it.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using (var connection = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static async Task<Child> StartAsync(string programs, int port)
    {
        var script = await File.ReadAllTextAsync(RepositoryRoot.PathOf("tests", "TestKit", "Servers", "postgres.sh"));
        string[] command = ["sh", "-c", script, "postgres.sh", programs, $"{port}"];
        // The server refuses to be root's.
        return Environment.UserName == "root"
            ? Child.Start("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", .. command])
            : Child.Start(command[0], command[1..]);
    }

    private static string? FindPrograms() => Directory.Exists(Programs)
        ? Directory.EnumerateDirectories(Programs).Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "postgres"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=iness;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=5";

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are the tests' own, and a name cannot be a parameter.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
