using System.Text.Json;
using Iness.Casework.Applications;

namespace Iness.Web.Applying;

/// <summary>What was filed, read again from what was stored that day: neither the answers nor the findings are made anew.</summary>
public sealed class FiledAnswers
{
    /// <summary>Reads a filing.</summary>
    /// <param name="createdOn">Day the draft was created.</param>
    /// <param name="filing">What was filed.</param>
    public FiledAnswers(DateOnly createdOn, Filing filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        Facts = new(new(createdOn, JsonSerializer.Deserialize<Dictionary<string, string>>(filing.Answers)!.Select(answer => new Answer
        {
            ApplicationId = filing.ApplicationId,
            Key = answer.Key,
            Value = answer.Value,
            SavedAt = filing.At,
            SavedBy = filing.By,
        })));
        using var assessment = JsonDocument.Parse(filing.Assessment);
        Findings =
        [
            .. assessment.RootElement.GetProperty("findings").EnumerateArray().Select(finding => new FiledFinding(
                finding.GetProperty("provision").GetString()!, finding.GetProperty("verdict").GetString()!, finding.GetProperty("explanation").GetString()!)),
        ];
    }

    /// <summary>The answers as filed.</summary>
    public ApplicationFacts Facts { get; }

    /// <summary>The findings as filed.</summary>
    public IReadOnlyList<FiledFinding> Findings { get; }
}

/// <summary>A finding as it was stored.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Verdict">The verdict, as the contract writes it.</param>
/// <param name="Explanation">The explanation.</param>
public sealed record FiledFinding(string Provision, string Verdict, string Explanation)
{
    /// <summary>The verdict in words.</summary>
    public string InWords => Verdict switch { "met" => "Remplie", "notMet" => "Non remplie", "unknown" => "À préciser", _ => "À examiner" };

    /// <summary>The colour of its tag.</summary>
    public string Tag => Verdict switch { "met" => "govuk-tag--green", "notMet" => "govuk-tag--red", "unknown" => "govuk-tag--yellow", _ => "govuk-tag--blue" };
}
