using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Iness.Casework.Audit;

/// <summary>The log as a file, one JSON object per line; docs/audit.md gives the format.</summary>
public static class AuditFile
{
    private const string StartOfEnd = "{\"head\":";

    // Strict: a member unknown, missing, written twice or of another type is refused.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Closing(AuditEnd Head);

    /// <summary>Reads a file, one line at a time.</summary>
    /// <exception cref="AuditFileException">A line is not one of the format.</exception>
    public static async IAsyncEnumerable<AuditRecord> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        for (long number = 1; await ReadLineAsync(reader, number, cancellationToken) is { } text; number++) yield return Read(text, number);
    }

    /// <summary>One record as a line of the file, its end of line included.</summary>
    public static byte[] Write(AuditRecord record) =>
    [
        .. record is AuditEnd end ? JsonSerializer.SerializeToUtf8Bytes(new Closing(end), Strict) : JsonSerializer.SerializeToUtf8Bytes((AuditLine)record, Strict),
        (byte)'\n',
    ];

    private static async Task<string?> ReadLineAsync(StreamReader reader, long number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new AuditFileException(number);
        }
    }

    private static AuditRecord Read(string text, long number)
    {
        try
        {
            return text.StartsWith(StartOfEnd, StringComparison.Ordinal)
                ? JsonSerializer.Deserialize<Closing>(text, Strict)!.Head
                : JsonSerializer.Deserialize<AuditLine>(text, Strict) ?? throw new AuditFileException(number);
        }
        catch (JsonException)
        {
            throw new AuditFileException(number);
        }
    }
}

/// <summary>A file that is not an exported log.</summary>
/// <param name="lineNumber">The line of the file that cannot be read, from 1.</param>
public sealed class AuditFileException(long lineNumber) : Exception($"Line {lineNumber} is not a line of an audit log.")
{
    /// <summary>The line of the file that cannot be read, from 1.</summary>
    public long LineNumber { get; } = lineNumber;
}
