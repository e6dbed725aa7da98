using Xunit;

namespace Iness.TestKit.Servers;

/// <summary>The run's one PostgreSQL server: started by the first test that needs it, stopped with the run. To be an assembly fixture.</summary>
public sealed class PostgresRun : IAsyncDisposable
{
    private static readonly Lazy<Task<(PostgresServer? Server, string? Reason)>> Start = new(PostgresServer.TryStartAsync);

    /// <summary>The server; the test that asks is skipped, with the reason, where there can be none.</summary>
    public static async Task<PostgresServer> ServerOrSkipAsync()
    {
        var (server, reason) = await Start.Value;
        Assert.SkipWhen(server is null, reason ?? "");
        return server!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Start.IsValueCreated && (await Start.Value).Server is { } server) await server.DisposeAsync();
    }
}
