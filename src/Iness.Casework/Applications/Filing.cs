using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Applications;

/// <summary>What was filed, whole and for ever: the facts, the answers, what the regulation said that day and in which version.</summary>
public sealed class Filing
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who filed.</summary>
    public required Guid By { get; init; }

    /// <summary>The facts: JSON of the assessment contract.</summary>
    public required string Facts { get; init; }

    /// <summary>The assessment: JSON of the assessment contract.</summary>
    public required string Assessment { get; init; }

    /// <summary>Every answer as typed: JSON object, key to value.</summary>
    public required string Answers { get; init; }

    /// <summary>Answers as they are kept: in the order of their keys.</summary>
    internal static string Written(IEnumerable<KeyValuePair<string, string>> answers) =>
        JsonSerializer.Serialize(answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToDictionary(answer => answer.Key, answer => answer.Value), Plain);

    /// <summary>Version of the regulation applied.</summary>
    public required string Regulation { get; init; }

    /// <summary>What the findings say together.</summary>
    public required OverallVerdict Verdict { get; init; }

    /// <summary>Costs claimed, excluding VAT.</summary>
    public required Money Claimed { get; init; }

    /// <summary>Costs retained.</summary>
    public required Money Eligible { get; init; }

    /// <summary>Aid computed.</summary>
    public required Money Aid { get; init; }

    /// <summary>The acknowledgement of receipt as HTML, never written again.</summary>
    public required string Acknowledgement { get; init; }

    /// <summary>The acknowledgement as PDF, once made.</summary>
    public Guid? AcknowledgementDocumentId { get; set; }

    /// <summary>Silence means rejection after this day, as announced at filing.</summary>
    public required DateOnly RejectionOn { get; init; }
}
