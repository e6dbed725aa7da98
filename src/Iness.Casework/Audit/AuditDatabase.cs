using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Iness.Casework.Audit;

/// <summary>The log read from a database that is opened for reading only, row by row, as text: what somebody wrote there by hand is checked, not trusted.</summary>
public static class AuditDatabase
{
    private const string Lines = """
        SELECT "Sequence", "At", "ActorId", "ActorRole", "Action", "Subject", "Details", "Salt", "DetailsDigest", "PreviousHash", "Hash" FROM "AuditLog" ORDER BY "Sequence"
        """;

    /// <summary>The log of a SQLite file.</summary>
    public static IAsyncEnumerable<AuditRecord> ReadSqliteAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        // Deferred: a transaction that never writes asks for no lock of the writer.
        return ReadAsync(connection, () => connection.BeginTransaction(deferred: true), cancellationToken);
    }

    /// <summary>The log of a PostgreSQL database.</summary>
    public static IAsyncEnumerable<AuditRecord> ReadPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Options = "-c default_transaction_read_only=on" };
        var connection = new NpgsqlConnection(options.ConnectionString);
        return ReadAsync(connection, () => connection.BeginTransaction(IsolationLevel.RepeatableRead), cancellationToken);
    }

    // One transaction: the end that is read is the end of the lines that were read, whoever writes meanwhile.
    private static async IAsyncEnumerable<AuditRecord> ReadAsync(DbConnection connection, Func<DbTransaction> begin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var owned = connection;
        await connection.OpenAsync(cancellationToken);
        await using var transaction = begin();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Lines;
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken)) yield return Line(row);
        }

        command.CommandText = """SELECT "Sequence", "Hash" FROM "AuditHead" WHERE "Id" = 1""";
        await using var head = await command.ExecuteReaderAsync(cancellationToken);
        if (await head.ReadAsync(cancellationToken)) yield return new AuditEnd(head.GetInt64(0), Text(head, 1));
    }

    private static AuditLine Line(DbDataReader row) => new(
        row.GetInt64(0), Instant(row.GetValue(1)), Identifier(row.GetValue(2)), Text(row, 3), Text(row, 4), Text(row, 5), Optional(row, 6), Optional(row, 7), Text(row, 8), Text(row, 9), Text(row, 10));

    private static string Text(DbDataReader row, int column) => Optional(row, column) ?? "";

    private static string? Optional(DbDataReader row, int column) => row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);

    // What is not an instant to the millisecond stays as it is: its hash will not be the one kept.
    private static string Instant(object value)
    {
        var text = value is DateTime moment ? moment.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Ticks % TimeSpan.TicksPerMillisecond == 0
            ? AuditChain.Text(at)
            : text;
    }

    private static string? Identifier(object value) => value switch
    {
        DBNull => null,
        Guid id => id.ToString(),
        _ => Guid.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out var id) ? id.ToString() : Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
