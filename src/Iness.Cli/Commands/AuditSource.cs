using System.Data.Common;
using Iness.Casework.Audit;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>Where a log is read from: one database, or one file.</summary>
internal sealed class AuditSource(string name, Func<CancellationToken, IAsyncEnumerable<AuditRecord>> read)
{
    public IAsyncEnumerable<AuditRecord> ReadAsync(CancellationToken cancellation) => read(cancellation);

    /// <summary>The one source given; null when there is none, or more than one.</summary>
    public static AuditSource? Of(string? sqlite, string? postgres, string? file) => (sqlite, postgres, file) switch
    {
        ({ } path, null, null) => new(path, cancellation => AuditDatabase.ReadSqliteAsync(path, cancellation)),
        // The connection string may hold a password: it is never shown.
        (null, { } connection, null) => new("--postgres", cancellation => AuditDatabase.ReadPostgresAsync(connection, cancellation)),
        (null, null, { } path) => new(path, cancellation => FromFile(path, cancellation)),
        _ => null,
    };

    public static int TellOneIsExpected(string sources) => UsageErrors.Tell([$"Une seule source est attendue : {sources}."]);

    public static bool IsUnreadable(Exception exception) => exception is DbException or AuditFileException || Files.IsUnreadable(exception);

    public int TellUnreadable(Exception exception) => exception switch
    {
        AuditFileException file => UsageErrors.Tell([$"{Paragraph.Printable(name)} : la ligne {file.LineNumber} du fichier n’est pas une ligne de journal."]),
        DbException => UsageErrors.Tell([$"{Paragraph.Printable(name)} : base illisible, ou sans journal d’audit."]),
        ArgumentException when name == "--postgres" => UsageErrors.Tell(["--postgres : chaîne de connexion incorrecte."]),
        _ => Files.TellUnreadable(name, exception),
    };

    private static async IAsyncEnumerable<AuditRecord> FromFile(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var input = new BufferedStream(StandardStreams.OpenInput(path), 1 << 16);
        await foreach (var record in AuditFile.ReadAsync(input, cancellation)) yield return record;
    }
}
