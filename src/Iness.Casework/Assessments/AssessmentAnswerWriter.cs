using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Regulation;
using Iness.Regulation.Costs;

namespace Iness.Casework.Assessments;

/// <summary>Writes the answer of the assessment contract.</summary>
public static class AssessmentAnswerWriter
{
    /// <summary>Accents stay as they are: the answer is UTF-8 JSON, never put inside HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The same, set out for a person to read.</summary>
    public static readonly JsonWriterOptions Indented = Options with { Indented = true };

    /// <summary>Writes one answer as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(assessment);
        writer.WriteStartObject();
        writer.WriteString("regulation"u8, assessment.Parameters.Version);
        writer.WriteString("verdict"u8, ContractCodes.OverallVerdicts.TextOf((int)assessment.Verdict));
        WriteFindings(writer, assessment.Findings);
        WriteCosts(writer, assessment.Costs);
        WriteAid(writer, assessment);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, FindingList findings)
    {
        writer.WriteStartArray("findings"u8);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            writer.WriteStartObject();
            writer.WriteString("provision"u8, finding.Provision.Id);
            writer.WriteString("verdict"u8, ContractCodes.Verdicts.TextOf((int)finding.Verdict));
            writer.WriteString("explanation"u8, finding.Explanation);
            if (finding.Missing != Fact.None)
            {
                writer.WriteStartArray("missing"u8);
                foreach (var pointer in finding.Missing.ToPointers()) writer.WriteStringValue(pointer);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCosts(Utf8JsonWriter writer, CostAssessment costs)
    {
        writer.WriteStartObject("costs"u8);
        writer.WriteStartArray("lines"u8);
        var lines = costs.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            writer.WriteStartObject();
            writer.WriteString("id"u8, line.Line.Id);
            writer.WriteMoney("claimed"u8, line.Line.Amount);
            writer.WriteMoney("retained"u8, line.Retained);
            writer.WriteStartArray("reasons"u8);
            if (line.Retained != line.Line.Amount) WriteReasons(writer, line);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteMoney("claimed"u8, costs.Claimed);
        writer.WriteMoney("eligible"u8, costs.Eligible);
        writer.WriteMoney("base"u8, costs.Base);
        writer.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter writer, CostLineAssessment line)
    {
        foreach (var reason in line.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("provision"u8, reason.Provision.Id);
            writer.WriteString("explanation"u8, reason.Explanation);
            writer.WriteEndObject();
        }
    }

    private static void WriteAid(Utf8JsonWriter writer, Assessment assessment)
    {
        writer.WriteStartObject("aid"u8);
        writer.WriteMoney("amount"u8, assessment.Aid.Amount);
        writer.WriteStartArray("steps"u8);
        foreach (var step in assessment.Aid.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("provision"u8, step.Provision.Id);
            writer.WriteString("label"u8, step.Label);
            writer.WriteMoney("amount"u8, step.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
