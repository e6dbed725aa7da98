using System.Text.Json;
using Iness.Casework.Applications;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>What a letter states of a decision, whether it is about to be taken or was kept.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Amount">Amount granted.</param>
/// <param name="Note">Of a closure, its reason.</param>
/// <param name="Reviewed">What the provisions and the officers say.</param>
/// <param name="Corrections">The corrections of costs, in words.</param>
/// <param name="On">The day.</param>
/// <param name="Author">First and family name of the author.</param>
/// <param name="Capacity">Capacity of the author.</param>
internal sealed record LetterFacts(DecisionKind Kind, Money Amount, string? Note, ReviewedAssessment Reviewed, IReadOnlyList<string> Corrections, DateOnly On, string Author, string Capacity)
{
    /// <summary>What was retained in place of the facts filed, in words.</summary>
    public IReadOnlyList<string> Retained { get; init; } = [];

    public static LetterFacts Of(Proposal proposal, DecisionFacts facts, DateOnly on, string author, string capacity) =>
        new(proposal.Kind, proposal.Amount, proposal.Note, facts.Reviewed, [.. facts.Corrections.Select(correction => CorrectionWords.InFrench(facts.LabelOf(correction.Line), correction.Kind, correction.Amount, correction.Words))], on, author, capacity)
        {
            Retained = facts.Retained is { } retained ? [.. retained.Changes.Split('\n', StringSplitOptions.RemoveEmptyEntries), $"Motif : {retained.Reason}"] : [],
        };
}

/// <summary>Writes the letter of a decision with what else it states: the applicant, the project, what was filed.</summary>
internal static class WriteDecisionLetter
{
    private const string Address = "adresse";

    public static async Task<DecisionLetter> DecisionLetterAsync(this InessDbContext db, Application application, LetterFacts facts, LetterTextVersion? text, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == application.OrganisationId, cancellationToken);
        var filed = await db.Filings.Where(filing => filing.ApplicationId == application.Id).Select(filing => new { filing.Answers, filing.Claimed }).SingleAsync(cancellationToken);
        return new()
        {
            Kind = facts.Kind,
            FileNumber = application.Number!,
            FiledOn = application.FiledAt!.Value.DayInParis(),
            On = facts.On,
            Organisation = organisation.Name,
            Siren = Siren.TryParse(organisation.Siren, out var siren) ? siren : null,
            Address = AddressIn(filed.Answers),
            ProjectTitle = string.IsNullOrWhiteSpace(application.Title) ? "Projet sans nom" : application.Title,
            Claimed = filed.Claimed,
            Reviewed = facts.Reviewed,
            Corrections = facts.Corrections,
            Retained = facts.Retained,
            Amount = facts.Amount,
            Reason = facts.Kind == DecisionKind.Closure ? facts.Note : null,
            SignatoryName = facts.Author,
            SignatoryCapacity = facts.Capacity,
            Text = text is null ? EditableText.Of(facts.Kind).Original : LetterTextBody.Parse(text.Body),
        };
    }

    /// <summary>The postal address of the applicant, as it was filed, a line each.</summary>
    public static async Task<string[]> FiledAddressAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        await db.Filings.Where(filing => filing.ApplicationId == applicationId).Select(filing => filing.Answers).SingleOrDefaultAsync(cancellationToken) is { } answers ? AddressIn(answers) : [];

    private static string[] AddressIn(string answers)
    {
        using var json = JsonDocument.Parse(answers);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Address, out var typed) && typed.ValueKind == JsonValueKind.String
            ? typed.GetString()!.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
    }
}
