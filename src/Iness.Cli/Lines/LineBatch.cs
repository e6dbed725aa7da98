using System.Buffers;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Cli.Lines;

/// <summary>Some whole lines, and then their answers.</summary>
internal sealed class LineBatch
{
    /// <summary>A request over 1 MiB is refused, as the API does.</summary>
    public const int LongestLine = 1 << 20;

    private const int UsualBytes = 1 << 16;
    private const int KeptAnswerBytes = 1 << 22;

    private readonly List<InputError> errors = [];
    private ArrayBufferWriter<byte> answers = new(UsualBytes);

    /// <summary>The lines, each closed by a line feed but perhaps the last.</summary>
    public byte[] Text { get; set; } = new byte[UsualBytes];

    /// <summary>Bytes of <see cref="Text"/> in use.</summary>
    public int Length { get; set; }

    /// <summary>Number of the first line, from 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>The batch is one line too long to be kept: there is no text.</summary>
    public bool IsTooLong { get; set; }

    public bool HasErrors { get; private set; }

    public ReadOnlyMemory<byte> Answers => answers.WrittenMemory;

    public LineBatch Assess()
    {
        HasErrors = false;
        if (answers.Capacity > KeptAnswerBytes) answers = new(UsualBytes);
        else answers.ResetWrittenCount();

        using var json = new Utf8JsonWriter(answers, AssessmentAnswerWriter.Options);
        var number = FirstLine;
        if (IsTooLong) Refuse(json, number, [new("", $"ligne trop longue : {LongestLine} octets au plus.")]);
        for (var left = Text.AsSpan(0, Length); !left.IsEmpty; number++)
        {
            var end = left.IndexOf((byte)'\n');
            Assess(json, number, end < 0 ? left : left[..end]);
            left = end < 0 ? default : left[(end + 1)..];
        }

        return this;
    }

    private void Assess(Utf8JsonWriter json, long number, ReadOnlySpan<byte> line)
    {
        if (AssessmentRequestReader.Read(line, errors) is not { } request)
        {
            Refuse(json, number, errors);
            errors.Clear();
            return;
        }

        AssessmentAnswerWriter.Write(json, EligibilityAssessment.Assess(request));
        EndLine(json);
    }

    private void Refuse(Utf8JsonWriter json, long number, IReadOnlyList<InputError> errors)
    {
        HasErrors = true;
        json.WriteStartObject();
        json.WriteNumber("line", number);
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("pointer", error.Pointer);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        EndLine(json);
    }

    private void EndLine(Utf8JsonWriter json)
    {
        json.Flush();
        json.Reset();
        answers.Write("\n"u8);
    }
}
