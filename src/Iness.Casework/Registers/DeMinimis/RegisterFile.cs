using System.Security.Cryptography;
using System.Text;
using Sylvan.Data.Csv;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>
/// Streams the public CSV of the national register: separated by semicolons, columns found by the name in the header, quotes and both ends of
/// line as RFC 4180 has them, with or without a byte order mark. A row that cannot be read is told and passed over.
/// </summary>
internal sealed class RegisterFile : IDisposable
{
    private const int LongestRow = 64 * 1024;

    /// <summary>A quote that is never closed would otherwise take the rows after it for one field.</summary>
    private const int MostLinesInARow = 20;

    private readonly SHA256 sha256 = SHA256.Create();
    private readonly CryptoStream hashed;
    private readonly StreamReader text;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly RepeatedTexts texts = new();
    private readonly int?[] places = new int?[Enum.GetValues<RegisterColumn>().Length];
    private readonly RegisterRow.Cell cell;
    private CsvDataReader? reader;
    private int width;
    private int next = 1;

    public RegisterFile(Stream file)
    {
        hashed = new(file, sha256, CryptoStreamMode.Read);
        text = new(hashed, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        cell = Column;
    }

    /// <summary>SHA-256 of the whole file, once it is read to its end.</summary>
    public string Sha256 => Convert.ToHexStringLower(sha256.Hash!);

    /// <summary>Line of the file where the row read begins.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the header.</summary>
    /// <returns>The columns that are missing; none when it is the register.</returns>
    public async Task<IReadOnlyList<string>> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        // Nothing in it is a comment, and a quote in the middle of a field is a quote.
        reader = await CsvDataReader.CreateAsync(text, new() { Delimiter = ';', HasHeaders = false, Comment = '\0', CsvStyle = CsvStyle.Lax, BufferSize = LongestRow, OwnsReader = false }, cancellationToken);
        if (!await ReadAsync(cancellationToken)) return [.. RegisterRow.Required.Select(RegisterRow.NameOf)];
        width = reader.RowFieldCount;
        for (var i = 0; i < width; i++) columns.TryAdd(reader.GetString(i).Trim(), i);
        foreach (var column in Enum.GetValues<RegisterColumn>()) places[(int)column] = columns.TryGetValue(RegisterRow.NameOf(column), out var place) ? place : null;
        return [.. RegisterRow.Required.Where(column => places[(int)column] is null).Select(RegisterRow.NameOf)];
    }

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    /// <exception cref="InvalidDataException">A quote is never closed.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            Line = next;
            try
            {
                if (!await reader!.ReadAsync(cancellationToken)) return false;
            }
            catch (Exception exception) when (exception is CsvRecordTooLargeException or CsvFormatException)
            {
                throw new InvalidDataException($"Line {Line} of the register never ends.", exception);
            }

            var lines = reader.GetRawRecordSpan().TrimEnd("\r\n").Count('\n');
            if (lines > MostLinesInARow) throw new InvalidDataException($"Line {Line} of the register never ends.");
            next += 1 + lines;
        }
        while (reader.RowFieldCount == 0 || (reader.RowFieldCount == 1 && reader.GetFieldSpan(0).IsWhiteSpace()));
        return true;
    }

    /// <summary>What the row turns out to be; of no import yet.</summary>
    public RegisterRow.Reading Row() => reader!.RowFieldCount == width
        ? RegisterRow.Read(import: 0, Line, cell, texts)
        : new(null, $"{reader.RowFieldCount} colonnes au lieu de {width}");

    public void Dispose()
    {
        reader?.Dispose();
        text.Dispose();
        hashed.Dispose();
        sha256.Dispose();
    }

    private ReadOnlySpan<char> Column(RegisterColumn column) => places[(int)column] is { } place ? reader!.GetFieldSpan(place) : [];
}
