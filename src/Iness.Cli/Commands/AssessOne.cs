using System.Buffers;
using System.Text;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Cli.Reports;
using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Commands;

/// <summary>Assesses the request of one file.</summary>
internal static class AssessOne
{
    private const int LargestFile = 64 << 20;

    public static async Task<int> RunAsync(string path, OutputFormat format, CancellationToken cancellation)
    {
        byte[]? json;
        try
        {
            json = await ReadAsync(path, cancellation);
        }
        catch (Exception exception) when (Files.IsUnreadable(exception))
        {
            return Files.TellUnreadable(path, exception);
        }

        if (json is null) return UsageErrors.Tell([$"{path} : fichier trop volumineux pour une seule demande. Pour une demande par ligne, ajoutez --lines."]);
        var errors = new List<InputError>();
        if (AssessmentRequestReader.Read(json, errors) is not { } request)
        {
            return UsageErrors.Tell([.. errors.Select(error => Paragraph.Printable($"{error.Pointer}: {error.Message}"))]);
        }

        var assessment = EligibilityAssessment.Assess(request);
        return format == OutputFormat.Text
            ? Files.Write(Encoding.UTF8.GetBytes(AssessmentReport.Of(assessment, Ink.OfTerminal())))
            : Files.Write(Json(assessment));
    }

    private static ReadOnlySpan<byte> Json(Assessment assessment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AssessmentAnswerWriter.Indented);
        AssessmentAnswerWriter.Write(json, assessment);
        json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        using var input = StandardStreams.OpenInput(path);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await input.ReadAsync(buffer, cancellation)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > LargestFile) return null;
        }

        return content.ToArray();
    }
}
