using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>The facts that the conditions and the exclusions rest on.</summary>
public sealed class EligibilitySection : QuestionSection
{
    internal static readonly IReadOnlyList<Question> Asked =
    [
        Journey.The<ApprovalsQuestion>(), Journey.The<TurnoverQuestion>(), Journey.The<HeadcountQuestion>(), Journey.The<EconomicActivityQuestion>(), Journey.The<SectorsQuestion>(), Journey.The<ContributionsQuestion>(),
        Journey.The<DifficultyQuestion>(), Journey.The<CapitalQuestion>(),
    ];

    /// <inheritdoc/>
    public override string Slug => "eligibilite";

    /// <inheritdoc/>
    public override string Name => "Conditions de l'aide";

    /// <inheritdoc/>
    public override string Lead => "Les faits sur lesquels reposent les conditions de l'aide. Ce que vous ne savez pas encore peut attendre : dites-le, ou laissez vide.";

    /// <inheritdoc/>
    protected override IReadOnlyList<Question> Questions => Asked;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. base.Fields(facts), .. EarlierApplications.Fields(facts)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. base.Check(facts), .. EarlierApplications.Check(facts.Sheet)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. base.Summary(facts), new("Demandes antérieures", EarlierApplications.InWords(facts))];
    }
}
