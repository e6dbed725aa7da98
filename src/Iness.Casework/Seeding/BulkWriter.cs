using Iness.Casework.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Iness.Casework.Seeding;

/// <summary>
/// Writes many rows of one table in the transaction begun, without tracking any: a prepared statement on SQLite, a copy on PostgreSQL.
/// Columns and conversions are those of the model.
/// </summary>
internal sealed class BulkWriter(InessDbContext db)
{
    private readonly Dictionary<Type, (string Table, BulkColumn[] Columns)> tables = [];

    public async Task WriteAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return;
        var (table, columns) = Table(typeof(T));
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var row in rows) Write(copy, columns, row);
            await copy.CompleteAsync(cancellationToken);
            return;
        }

        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model, not something typed.
        command.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        var parameters = columns.Select((_, i) => command.Parameters.Add(new($"$p{i}", null))).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private (string Table, BulkColumn[] Columns) Table(Type type)
    {
        if (tables.TryGetValue(type, out var known)) return known;
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} has no table.");
        return tables[type] = (entity.GetTableName()!, [.. entity.GetProperties().Where(property => !property.IsShadowProperty()).Select(BulkColumn.Of)]);
    }

    /// <summary>Values go to a buffer that is sent when it is full: waiting for each of them costs more than writing it.</summary>
    private static void Write(NpgsqlBinaryImporter copy, BulkColumn[] columns, object row)
    {
        copy.StartRow();
        foreach (var column in columns) Write(copy, column.Read(row));
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(text, NpgsqlDbType.Text); break;
            case Guid id: copy.Write(id, NpgsqlDbType.Uuid); break;
            case DateTime instant: copy.Write(instant, NpgsqlDbType.TimestampTz); break;
            case DateOnly day: copy.Write(day, NpgsqlDbType.Date); break;
            case int number: copy.Write(number, NpgsqlDbType.Integer); break;
            case long number: copy.Write(number, NpgsqlDbType.Bigint); break;
            default: throw new InvalidOperationException($"No column of these tables holds a {value.GetType().Name}.");
        }
    }
}

/// <summary>A column, and how its value is read from a row.</summary>
internal sealed record BulkColumn(string Name, Func<object, object?> Read)
{
    public static BulkColumn Of(IProperty property)
    {
        var getter = property.GetGetter();
        return new(property.GetColumnName(), property.GetTypeMapping().Converter is { } converter
            ? row => converter.ConvertToProvider(getter.GetClrValue(row))
            : getter.GetClrValue);
    }
}
