using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Where the undertaking stands in its life.</summary>
public sealed class StageQuestion : Question
{
    private const string FieldName = "etape";

    private static readonly Choice[] Stages =
    [
        new(nameof(Stage.Existing), "En activité"),
        new(nameof(Stage.Creation), "En cours de création"),
        new(nameof(Stage.Takeover), "En cours de reprise"),
        new(nameof(Stage.Ceased), "Elle a cessé son activité"),
    ];

    /// <inheritdoc/>
    public override string Slug => "etape";

    /// <inheritdoc/>
    public override string Name => "Étape de vie";

    /// <inheritdoc/>
    public override string Why => "Une structure en création ou en reprise est éligible ; une structure cessée ne l'est pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli1, Provision.Eli5];

    /// <inheritdoc/>
    public override Fact Settles => Fact.None;

    /// <inheritdoc/>
    public override bool Matters(SimulationState state, Assessment assessment) => !state.IsFromRegister(RegisterFacts.Stage);

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.HasAnswered(this) || state.IsFromRegister(RegisterFacts.Stage) ? state.Request.Undertaking.Stage.ToString() : null;
        return [new RadiosField(FieldName, "Où en est votre structure ?", Stages) { Value = Shown(typed, FieldName, known) }];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form) =>
        Enum.TryParse<Stage>(form.Choice(FieldName, Stages, "Choisissez où en est votre structure."), out var stage)
            ? state.With(u => u with { Stage = stage }, RegisterFacts.Stage)
            : state;

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Stage = Stage.Existing }, RegisterFacts.Stage);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.HasAnswered(this) || state.IsFromRegister(RegisterFacts.Stage)
        ? Stages.First(choice => choice.Value == state.Request.Undertaking.Stage.ToString()).Text
        : null;

    /// <inheritdoc/>
    public override string? Source(SimulationState state) => FromRegister(state, RegisterFacts.Stage);
}
