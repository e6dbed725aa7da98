using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Iness.Casework.Decisions;

/// <summary>The latest decision on a file, read from a database that is opened for reading only.</summary>
public static class DecisionDatabase
{
    private const string Latest = """
        SELECT decided."Kind", decided."Amount", decided."Facts", decided."Assessment", decided."Rulings", decided."Regulation", decided."Letter", decided."LetterSha256", application."Id"
        FROM "Decisions" AS decided INNER JOIN "Applications" AS application ON application."Id" = decided."ApplicationId"
        WHERE application."Number" = @number ORDER BY decided."At" DESC LIMIT 1
        """;

    private const string Logged = """SELECT COUNT(*) FROM "AuditLog" WHERE "Action" = 'FileDecided' AND "Subject" = @subject AND "Details" LIKE @hash""";

    /// <summary>From a SQLite file; null when the file has no decision.</summary>
    public static Task<KeptDecision?> ReadSqliteAsync(string file, string number, CancellationToken cancellationToken) =>
        ReadAsync(new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ConnectionString), number, cancellationToken);

    /// <summary>From a PostgreSQL database; null when the file has no decision.</summary>
    public static Task<KeptDecision?> ReadPostgresAsync(string connectionString, string number, CancellationToken cancellationToken)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Options = "-c default_transaction_read_only=on" };
        return ReadAsync(new NpgsqlConnection(options.ConnectionString), number, cancellationToken);
    }

    private static async Task<KeptDecision?> ReadAsync(DbConnection connection, string number, CancellationToken cancellationToken)
    {
        await using var owned = connection;
        await connection.OpenAsync(cancellationToken);
        await using var command = Command(connection, Latest, ("@number", number));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken)) return null;
        string Text(int column) => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture)!;
        var kind = Enum.TryParse<DecisionKind>(Text(0), out var known) ? known : DecisionKind.Closure;
        var kept = new KeptDecision(kind, new(row.GetInt64(1)), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), IsInLog: false);
        var application = row.GetValue(8) is Guid id ? id : Guid.Parse(Text(8));
        await row.DisposeAsync();
        await using var log = Command(connection, Logged, ("@subject", Audit.Act.Application(application)), ("@hash", $"%{kept.LetterSha256}%"));
        return kept with { IsInLog = Convert.ToInt64(await log.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0 };
    }

    private static DbCommand Command(DbConnection connection, string text, params (string Name, string Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
