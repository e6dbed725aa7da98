using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The cost lines stand on pages of their own; this gives them their place in the journey and among the answers.</summary>
public sealed class CostsQuestion : Question
{
    /// <inheritdoc/>
    public override string Slug => Journey.Costs;

    /// <inheritdoc/>
    public override string Name => "Dépenses";

    /// <inheritdoc/>
    public override string Why => "L'aide est de 40 % des dépenses retenues, de 3 000 à 30 000 €.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Cos, Provision.Aid1, Provision.Aid2, Provision.Aid3];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Costs;

    /// <inheritdoc/>
    public override bool Matters(SimulationState state, Assessment assessment) => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) => [];

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form) => state;

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.WithCosts(null);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Costs is { Count: > 0 } costs
        ? $"{French.Plural(costs.Count, "ligne", "lignes")}, {costs.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)} hors taxes"
        : null;
}
