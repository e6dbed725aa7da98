using System.Diagnostics;
using Iness.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Iness.Benchmarks.Register;

/// <summary>The yardstick: the same file into a table with the same two indexes, in one transaction, nothing checked.</summary>
internal static class BareLoad
{
    private static readonly string[] Columns = InventedRegister.Header.Split(';');

    /// <summary>Seconds.</summary>
    public static async Task<double> RunAsync(Engine engine, string connection, string file)
    {
        var watch = Stopwatch.StartNew();
        if (engine == Engine.Postgres) await CopyAsync(connection, file);
        else Loop(connection, file);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task CopyAsync(string address, string file)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"""
                CREATE TABLE bare (line serial PRIMARY KEY, {string.Join(", ", Columns.Select(column => $"{column} {(column.StartsWith("date_", StringComparison.Ordinal) ? "date" : "text")}"))});
                CREATE INDEX ON bare (identifiant_beneficiaire, date_octroi);
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var copy = await connection.BeginTextImportAsync($"COPY bare ({string.Join(", ", Columns)}) FROM STDIN (FORMAT csv, DELIMITER ';', HEADER)");
        using var input = new StreamReader(file);
        var buffer = new char[1 << 16];
        for (int read; (read = await input.ReadAsync(buffer)) > 0;) await copy.WriteAsync(buffer.AsMemory(0, read));
    }

    /// <summary>Fields are cut at each semicolon, quotes or not.</summary>
    private static void Loop(string path, string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode = WAL; PRAGMA cache_size = -64000;
            CREATE TABLE bare (line INTEGER NOT NULL UNIQUE, {string.Join(", ", Columns)});
            CREATE INDEX bare_siren ON bare (identifiant_beneficiaire, date_octroi);
            """;
        command.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO bare VALUES ($line, {string.Join(", ", Columns.Select((_, i) => $"$p{i}"))})";
        var number = command.Parameters.Add(new("$line", 0));
        var parameters = Columns.Select((_, i) => command.Parameters.Add(new($"$p{i}", ""))).ToList();
        foreach (var (line, i) in File.ReadLines(file).Skip(1).Select((line, i) => (line, i)))
        {
            var fields = line.Split(';');
            number.Value = i;
            for (var column = 0; column < parameters.Count; column++) parameters[column].Value = fields[column];
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
