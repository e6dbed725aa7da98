using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Web.Api;

/// <summary>An answer in UTF-8, in a buffer and by a writer that serve again once it is sent.</summary>
internal sealed class PooledAnswer : IDisposable
{
    private const int UsualBytes = 16 * 1024;
    private const int LargestKept = 256 * 1024;
    private static readonly int MostKept = Environment.ProcessorCount * 8;
    private static readonly ConcurrentBag<PooledAnswer> Free = [];

    private readonly ArrayBufferWriter<byte> buffer = new(UsualBytes);
    private readonly Utf8JsonWriter json;

    private PooledAnswer() => json = new(buffer, AssessmentAnswerWriter.Options);

    public ReadOnlyMemory<byte> Utf8 => buffer.WrittenMemory;

    public static PooledAnswer Of(Assessment assessment)
    {
        if (!Free.TryTake(out var answer)) answer = new();
        AssessmentAnswerWriter.Write(answer.json, assessment);
        answer.json.Flush();
        return answer;
    }

    public void Dispose()
    {
        json.Reset();
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= LargestKept && Free.Count < MostKept) Free.Add(this);
    }
}
