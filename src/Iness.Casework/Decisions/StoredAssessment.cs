using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>An assessment as a decision keeps it: in the words of its day, whatever the program says since.</summary>
/// <param name="Findings">What each provision said.</param>
/// <param name="Lines">What each cost line retained.</param>
/// <param name="Eligible">Costs retained.</param>
/// <param name="Base">Base of the aid.</param>
/// <param name="Steps">The figures that bounded the aid.</param>
public sealed record StoredAssessment(IReadOnlyList<StoredFinding> Findings, IReadOnlyList<StoredLine> Lines, Money Eligible, Money Base, IReadOnlyList<StoredStep> Steps)
{
    /// <summary>Reads it; null when it is none.</summary>
    public static StoredAssessment? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var costs = root.GetProperty("costs");
            return new(
                [.. root.GetProperty("findings").EnumerateArray().Select(finding => new StoredFinding(Text(finding, "provision"), VerdictOf(Text(finding, "verdict")), Text(finding, "explanation")))],
                [.. costs.GetProperty("lines").EnumerateArray().Select(Line)],
                Amount(costs, "eligible"),
                Amount(costs, "base"),
                [.. root.GetProperty("aid").GetProperty("steps").EnumerateArray().Select(step => new StoredStep(Text(step, "provision"), Text(step, "label"), Amount(step, "amount")))]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static StoredLine Line(JsonElement line) => new(
        Text(line, "id"), Amount(line, "claimed"), Amount(line, "retained"),
        [.. line.GetProperty("reasons").EnumerateArray().Select(reason => new StoredReason(Text(reason, "provision"), Text(reason, "explanation")))]);

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";

    private static Money Amount(JsonElement parent, string name)
    {
        var value = parent.GetProperty(name);
        var euros = value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetDecimal();
        return new((long)(euros * 100));
    }

    private static Verdict VerdictOf(string code) => Enum.GetValues<Verdict>().FirstOrDefault(verdict => ContractCodes.Verdicts.NameOf((int)verdict) == code, Verdict.Unknown);
}

/// <summary>What a provision said.</summary>
public sealed record StoredFinding(string Provision, Verdict Verdict, string Explanation);

/// <summary>What a cost line retained, and why not all.</summary>
public sealed record StoredLine(string Id, Money Claimed, Money Retained, IReadOnlyList<StoredReason> Reasons);

/// <summary>Why a cost line lost something.</summary>
public sealed record StoredReason(string Provision, string Explanation);

/// <summary>A figure that bounded the aid.</summary>
public sealed record StoredStep(string Provision, string Label, Money Amount);
