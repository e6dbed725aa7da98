using System.Buffers;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Cli.Lines;

/// <summary>
/// Some whole lines of input and the answers to them. Batches are reused, so that a file of any length is read in the memory of a
/// few of them.
/// </summary>
internal sealed class LineBatch : IDisposable
{
    /// <summary>A request over 1 MiB is refused, as the API does.</summary>
    public const int LongestLine = 1024 * 1024;

    private const int Room = 256 * 1024;

    private readonly ArrayBufferWriter<byte> answers = new(4 * Room);
    private readonly List<InputError> errors = [];
    private readonly Utf8JsonWriter writer;

    public LineBatch() => writer = new(answers, AssessmentAnswerWriter.Options);

    /// <summary>Whole lines; one that was too long is cut short and named in <see cref="TooLong"/>.</summary>
    public ArrayBufferWriter<byte> Input { get; } = new(Room);

    public long FirstLine { get; set; }

    public HashSet<long> TooLong { get; } = [];

    public bool IsFull => Input.WrittenCount >= Room;

    public bool HasErrors { get; private set; }

    public ReadOnlyMemory<byte> Answers => answers.WrittenMemory;

    public void Reset()
    {
        Input.ResetWrittenCount();
        answers.ResetWrittenCount();
        TooLong.Clear();
        HasErrors = false;
    }

    public void Dispose() => writer.Dispose();

    /// <summary>Answers every line, in order.</summary>
    public LineBatch Assess()
    {
        var rest = Input.WrittenSpan;
        for (var number = FirstLine; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            AnswerLine(end < 0 ? rest : rest[..end], number);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return this;
    }

    private void AnswerLine(ReadOnlySpan<byte> line, long number)
    {
        errors.Clear();
        if (TooLong.Contains(number)) errors.Add(new("", "ligne trop longue : 1 Mio au plus."));
        else if (AssessmentRequestReader.Read(line, errors) is { } request) AssessmentAnswerWriter.Write(writer, EligibilityAssessment.Assess(request));

        if (errors.Count > 0) WriteErrors(number);
        writer.Flush();
        writer.Reset();
        answers.GetSpan(1)[0] = (byte)'\n';
        answers.Advance(1);
    }

    private void WriteErrors(long number)
    {
        HasErrors = true;
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, number);
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("pointer"u8, error.Pointer);
            writer.WriteString("message"u8, error.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
