using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Whether an association has an economic activity.</summary>
public sealed class EconomicActivityQuestion : Question
{
    private const string FieldName = "activite-economique";

    /// <inheritdoc/>
    public override string Slug => "activite-economique";

    /// <inheritdoc/>
    public override string Name => "Activité économique";

    /// <inheritdoc/>
    public override string Why => "Une association doit avoir une activité économique.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Ben3];

    /// <inheritdoc/>
    public override Fact Settles => Fact.EconomicActivity;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) =>
    [
        YesNo.Field(FieldName, "Votre association a-t-elle une activité économique ?",
            "C'est-à-dire qu'elle vend des biens ou des services, même à ses membres, même sans bénéfice.",
            Shown(typed, FieldName, YesNo.Word(state.Request.Undertaking.HasEconomicActivity))),
    ];

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var answer = YesNo.Read(form, FieldName, "Dites si votre association a une activité économique.");
        return state.With(u => u with { HasEconomicActivity = answer });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { HasEconomicActivity = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Undertaking.HasEconomicActivity switch
    {
        true => "Oui",
        false => "Non",
        null => null,
    };
}
