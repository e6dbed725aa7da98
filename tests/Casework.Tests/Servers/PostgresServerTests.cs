using Iness.TestKit.Servers;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresRun))]

namespace Iness.Casework.Tests.Servers;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task CreateDatabase_Twice_GivesTwoEmptyDatabases()
    {
        var server = await PostgresRun.ServerOrSkipAsync();
        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();

        await ExecuteAsync(first, "CREATE TABLE t (n int)");

        await ExecuteAsync(second, "CREATE TABLE t (n int)");
        await server.DropDatabaseAsync(first);
        await server.DropDatabaseAsync(second);
        var dropped = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(first, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, dropped.SqlState);
    }

    [Fact]
    public async Task CreateDatabase_FromTemplate_CopiesWhatWasPreparedOnce()
    {
        var server = await PostgresRun.ServerOrSkipAsync();
        var prepared = 0;

        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await server.CreateDatabaseAsync(await server.TemplateAsync("prepared", PrepareAsync))));

        Assert.Equal(1, prepared);
        foreach (var database in databases)
        {
            Assert.Equal(1L, await ExecuteAsync(database, "SELECT count(*) FROM t"));
            await server.DropDatabaseAsync(database);
        }

        async Task PrepareAsync(string connection)
        {
            Interlocked.Increment(ref prepared);
            await ExecuteAsync(connection, "CREATE TABLE t (n int); INSERT INTO t VALUES (1)");
        }
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
