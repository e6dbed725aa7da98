using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Writes the letter of a decision anew from what the decision kept: it must come out as it was issued.</summary>
public sealed class RewriteLetter(InessDbContext db)
{
    /// <summary>The letter as HTML; null when what was kept can no longer be read.</summary>
    public async Task<string?> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken) =>
        await LetterAsync(decisionId, cancellationToken) is var (letter, service) ? LetterHtml.Write(letter.ToLetter(service)) : null;

    /// <summary>The letter before it is drawn, and the service that it names.</summary>
    internal async Task<(DecisionLetter Letter, ServiceInCharge Service)?> LetterAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == decisionId, cancellationToken);
        if (AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(decision.Facts), []) is not { } request || DecisionJson.Rulings(decision.Rulings) is not { } rulings
            || DecisionJson.Corrections(decision.Corrections) is not { } corrections || DecisionJson.Letter(decision.LetterInputs) is not { } inputs) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == decision.ApplicationId, cancellationToken);
        var note = await db.Proposals.Where(found => found.Id == decision.ProposalId).Select(found => found.Note).SingleAsync(cancellationToken);
        var facts = new LetterFacts(
            decision.Kind, decision.Amount, note, new(EligibilityAssessment.Assess(request), rulings.DistinctBy(ruling => ruling.Provision)), [.. corrections.Select(correction => correction.InFrench())],
            decision.On, decision.SignatoryName, decision.SignatoryCapacity);
        return (inputs.On(await db.DecisionLetterAsync(application, facts, null, cancellationToken)), inputs.Service);
    }
}
