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
    private readonly Dictionary<Type, (string Table, IProperty[] Properties)> tables = [];

    public async Task WriteAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return;
        var (table, properties) = Table(typeof(T));
        var columns = properties.Select(property => $"\"{property.GetColumnName()}\"").ToList();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY \"{table}\" ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var property in properties) await WriteAsync(copy, Value(property, row), cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
            return;
        }

        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model, not something typed.
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", properties.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        var parameters = properties.Select((_, i) => command.Parameters.Add(new($"$p{i}", null))).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < properties.Length; i++) parameters[i].Value = Value(properties[i], row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private (string Table, IProperty[] Properties) Table(Type type)
    {
        if (tables.TryGetValue(type, out var known)) return known;
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} has no table.");
        return tables[type] = (entity.GetTableName()!, [.. entity.GetProperties().Where(property => !property.IsShadowProperty())]);
    }

    private static object? Value(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellationToken) => value switch
    {
        null => copy.WriteNullAsync(cancellationToken),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken),
        DateTime instant => copy.WriteAsync(instant, NpgsqlDbType.TimestampTz, cancellationToken),
        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, cancellationToken),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
        _ => throw new InvalidOperationException($"No column of these tables holds a {value.GetType().Name}."),
    };
}
