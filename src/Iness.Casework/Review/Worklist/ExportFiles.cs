using Iness.Casework.Audit;
using Iness.Casework.Persistence;

namespace Iness.Casework.Review.Worklist;

/// <summary>What a list is exported as.</summary>
public enum ExportFormat
{
    /// <summary>Text, as a French spreadsheet opens it.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,
}

/// <summary>Writes every file of a filter, in order, as it is read: the size of the list costs no memory. The audit log says who took what.</summary>
public sealed class ExportFiles(InessDbContext db, ReadWorklist worklist)
{
    /// <summary>Files read at once.</summary>
    internal const int Batch = 1000;

    /// <summary>Writes them.</summary>
    public async Task ExecuteAsync(WorklistFilter filter, WorklistSort sort, bool isDescending, ExportFormat format, Actor who, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(output);
        await db.NoteAsync(new(who, "FilesExported", "worklist", $"{format}: {filter}"), cancellationToken);
        var rows = worklist.AllAsync(filter, sort, isDescending, Batch, cancellationToken);
        if (format == ExportFormat.Csv) await CsvExport.WriteAsync(rows, output, cancellationToken);
        else await XlsxExport.WriteAsync(rows, output, cancellationToken);
    }
}
