using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Decisions;

/// <summary>Writes the letter of a decision anew from what the decision kept: it must come out as it was issued.</summary>
public sealed class RewriteLetter(InessDbContext db, IOptions<ServiceInCharge> service)
{
    /// <summary>The letter as HTML; null when what was kept can no longer be read.</summary>
    public async Task<string?> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken) =>
        await LetterAsync(decisionId, cancellationToken) is { } letter ? LetterHtml.Write(letter.ToLetter(service.Value)) : null;

    /// <summary>The letter before it is drawn.</summary>
    internal async Task<DecisionLetter?> LetterAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == decisionId, cancellationToken);
        if (AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(decision.Facts), []) is not { } request || DecisionJson.Rulings(decision.Rulings) is not { } rulings || DecisionJson.Corrections(decision.Corrections) is not { } corrections) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == decision.ApplicationId, cancellationToken);
        var note = await db.Proposals.Where(found => found.Id == decision.ProposalId).Select(found => found.Note).SingleAsync(cancellationToken);
        var text = decision.LetterTextId is { } id ? await db.LetterTexts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) : null;
        var facts = new LetterFacts(
            decision.Kind, decision.Amount, note, new(EligibilityAssessment.Assess(request), rulings.DistinctBy(ruling => ruling.Provision)), [.. corrections.Select(correction => correction.InFrench())],
            decision.On, decision.SignatoryName, decision.SignatoryCapacity);
        return await db.DecisionLetterAsync(application, facts, text, cancellationToken);
    }
}
