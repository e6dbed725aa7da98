using System.Text.Json;
using Iness.Casework.Applications;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Gathers what the letter of a decision states.</summary>
internal static class WriteDecisionLetter
{
    private const string Address = "adresse";

    public static async Task<(DecisionLetter Letter, Guid? TextId)> DecisionLetterAsync(
        this InessDbContext db, Application application, Proposal proposal, DecisionFacts facts, string signatory, string capacity, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == application.OrganisationId, cancellationToken);
        var answers = await db.Filings.Where(filing => filing.ApplicationId == application.Id).Select(filing => filing.Answers).SingleAsync(cancellationToken);
        var text = await db.LatestTextAsync(proposal.Kind, cancellationToken);
        return (new()
        {
            Kind = proposal.Kind,
            FileNumber = application.Number!,
            FiledOn = application.FiledAt!.Value.DayInParis(),
            On = on,
            Organisation = organisation.Name,
            Siren = Siren.TryParse(organisation.Siren, out var siren) ? siren : null,
            Address = AddressIn(answers),
            ProjectTitle = string.IsNullOrWhiteSpace(application.Title) ? "Projet sans nom" : application.Title,
            Reviewed = facts.Reviewed,
            Corrections = [.. facts.Corrections.Select(correction => InWords(correction, facts.Reviewed.Assessment.Request))],
            Amount = proposal.Amount,
            Reason = proposal.Kind == DecisionKind.Closure ? proposal.Note : null,
            SignatoryName = signatory,
            SignatoryCapacity = capacity,
            Text = text is null ? LetterTextBody.Of(proposal.Kind) : LetterTextBody.Parse(text.Body),
        }, text?.Id);
    }

    private static string[] AddressIn(string answers)
    {
        using var json = JsonDocument.Parse(answers);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Address, out var typed) && typed.ValueKind == JsonValueKind.String
            ? typed.GetString()!.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
    }

    private static string InWords(CostCorrection correction, AssessmentRequest request)
    {
        var line = request.Costs?.FirstOrDefault(found => found.Id == correction.Line)?.Label ?? correction.Line;
        return CorrectionWords.InFrench(line, correction.Kind, correction.Amount, correction.Words);
    }
}
