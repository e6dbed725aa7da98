using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Web.Reviewing;

/// <summary>What the Région ruled and corrected in an application, as its applicant reads it: with the reasons, without the notes.</summary>
/// <param name="Rulings">Each standing ruling with the title of its provision.</param>
/// <param name="Corrections">Each standing correction with the line it is about.</param>
public sealed record Retained(IReadOnlyList<(Provision Provision, ProvisionRuling Ruling)> Rulings, IReadOnlyList<(string Line, CostCorrection Correction)> Corrections)
{
    /// <summary>Whether what was filed can be read.</summary>
    public bool HasFiling { get; private init; }

    /// <summary>Whether it may still change.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>Costs retained as filed, and with the corrections.</summary>
    public (Money Filed, Money Now) Costs { get; private init; }

    /// <summary>The aid computed as filed, and with rulings and corrections.</summary>
    public (Money Filed, Money Now) Aid { get; private init; }

    /// <summary>Nothing was.</summary>
    public static Retained Nothing { get; } = new([], []);

    /// <summary>The facts retained in place of those filed; null when those filed stand.</summary>
    public RetainedFacts? Facts { get; private init; }

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Rulings.Count == 0 && Corrections.Count == 0 && Facts is null;

    /// <summary>Reads it.</summary>
    public static async Task<Retained> ReadAsync(InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (await FileUnderReview.LoadForApplicantAsync(db, application.Id, cancellationToken) is not { } file) return Nothing;
        return new(
            [
                .. file.Reviewed.Findings.Where(found => found.Ruling is not null)
                    .Select(found => (found.Finding.Provision, file.RulingOn(OfficerRuling.KeyOf(found.Finding.Provision))!)),
            ],
            [.. file.Corrections.Select(correction => (file.LineOf(correction.Line) is { } line ? Simulation.CostWords.Describe(line) : correction.Line, correction))])
        {
            HasFiling = true,
            Facts = file.RetainedFacts,
            IsOpen = application.Status.AwaitsDecision(),
            Costs = (file.AsFiled.Costs.Eligible, file.Reviewed.Assessment.Costs.Eligible),
            Aid = (file.AsFiled.Aid.Amount, file.Reviewed.Aid),
        };
    }
}
