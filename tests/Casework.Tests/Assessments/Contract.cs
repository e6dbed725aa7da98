using System.Buffers;
using System.Text;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Casework.Tests.Assessments;

/// <summary>The contract as these tests use it: text in, errors or answer out.</summary>
internal static class Contract
{
    public static AssessmentRequest Read(string json)
    {
        var errors = new List<InputError>();
        var request = AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(json), errors);
        Assert.Empty(errors);
        return Assert.IsType<AssessmentRequest>(request);
    }

    public static IReadOnlyList<InputError> Errors(string json) => Errors(Encoding.UTF8.GetBytes(json));

    public static IReadOnlyList<InputError> Errors(ReadOnlySpan<byte> json)
    {
        var errors = new List<InputError>();
        Assert.Null(AssessmentRequestReader.Read(json, errors));
        Assert.NotEmpty(errors);
        return errors;
    }

    public static InputError Error(string json) => Assert.Single(Errors(json));

    public static JsonElement Answer(AssessmentRequest request) => JsonDocument.Parse(AnswerText(request)).RootElement;

    public static string AnswerText(AssessmentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AssessmentAnswerWriter.Options);
        AssessmentAnswerWriter.Write(json, EligibilityAssessment.Assess(request));
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string RequestText(AssessmentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AssessmentAnswerWriter.Options);
        AssessmentRequestWriter.Write(json, request);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A request with one member set within its undertaking.</summary>
    public static string Undertaking(string members) => $$$"""{"createdOn":"2026-03-02","undertaking":{{{{members}}}}}""";

    /// <summary>A request with one cost, right but for what is given: later members replace the defaults of the same name.</summary>
    public static string Cost(string id = "\"c1\"", string category = "\"crm\"", string nature = "\"service\"", string amount = "100", string more = "") =>
        $$$"""{"createdOn":"2026-03-02","project":{"costs":[{"id":{{{id}}},"category":{{{category}}},"nature":{{{nature}}},"amount":{{{amount}}}{{{more}}}}]}}""";
}
