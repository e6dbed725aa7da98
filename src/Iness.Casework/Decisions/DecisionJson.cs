using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Iness.Casework.Assessments;
using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Casework.Decisions;

/// <summary>How a decision keeps what it rests on.</summary>
internal static class DecisionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string OfFacts(AssessmentRequest request) => Written(writer => AssessmentRequestWriter.Write(writer, request));

    public static string OfAssessment(Assessment assessment) => Written(writer => AssessmentAnswerWriter.Write(writer, assessment));

    public static string OfRulings(IEnumerable<ProvisionRuling> rulings) =>
        JsonSerializer.Serialize(rulings.Select(ruling => new OfficerRuling(ruling.Provision, ruling.IsMet, ruling.Reason)), Options);

    public static string OfCorrections(DecisionFacts facts) => JsonSerializer.Serialize(
        facts.Corrections.Select(correction => new StoredCorrection(correction.Line, facts.LabelOf(correction.Line), correction.Kind, correction.Category, correction.Amount?.Cents, correction.Ground, correction.Words)), Options);

    public static string OfLetter(KeptLetterInputs inputs) => JsonSerializer.Serialize(inputs, Options);

    /// <summary>What the letter stated besides; null when it cannot be read.</summary>
    public static KeptLetterInputs? Letter(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptLetterInputs>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The rulings kept; null when they cannot be read.</summary>
    public static IReadOnlyList<OfficerRuling>? Rulings(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<OfficerRuling[]>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The corrections kept; null when they cannot be read.</summary>
    public static IReadOnlyList<StoredCorrection>? Corrections(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredCorrection[]>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, AssessmentAnswerWriter.Options)) write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

/// <summary>A correction of a cost line, as a decision keeps it.</summary>
internal sealed record StoredCorrection(string Line, string Label, CorrectionKind Kind, CostCategory? Category, long? Cents, CorrectionGround Ground, string Words)
{
    /// <summary>In words, as the letter says it.</summary>
    public string InFrench() => CorrectionWords.InFrench(Label, Kind, Cents is { } cents ? new Money(cents) : null, Words);
}
