using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Insolvency proceedings, rescue aid, restructuring.</summary>
public sealed class DifficultyQuestion : Question
{
    private const string InsolvencyField = "procedure";
    private const string RescueField = "sauvetage";

    /// <inheritdoc/>
    public override string Slug => "difficulte";

    /// <inheritdoc/>
    public override string Name => "Difficulté";

    /// <inheritdoc/>
    public override string? Title => "Votre structure est-elle en difficulté ?";

    /// <inheritdoc/>
    public override string Why => "Une entreprise en difficulté au sens du droit européen n'est pas éligible.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli5];

    /// <inheritdoc/>
    public override Fact Settles => Fact.InsolvencyProceedings | Fact.RescueAidOutstanding;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.Undertaking.Difficulty;
        return
        [
            YesNo.FieldOrUnknown(InsolvencyField, "Une procédure collective est-elle en cours ?", "Redressement ou liquidation judiciaire, ou leurs conditions sont réunies.",
                Shown(typed, InsolvencyField, YesNo.Word(known.InsolvencyProceedings, state.HasAnswered(this)))),
            YesNo.FieldOrUnknown(RescueField, "Une aide au sauvetage reste-t-elle à rembourser, ou un plan de restructuration est-il en cours ?", null,
                Shown(typed, RescueField, YesNo.Word(known.RescueAidOutstanding, state.HasAnswered(this)))),
        ];
    }

    /// <inheritdoc/>
    public override bool HasUnknownButton => false;

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var insolvency = YesNo.ReadOrUnknown(form, InsolvencyField, "Dites si une procédure collective est en cours.");
        var rescue = YesNo.ReadOrUnknown(form, RescueField, "Dites si une aide au sauvetage ou un plan de restructuration est en cours.");
        return state.With(u => u with { Difficulty = u.Difficulty with { InsolvencyProceedings = insolvency, RescueAidOutstanding = rescue } });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) =>
        state.With(u => u with { Difficulty = u.Difficulty with { InsolvencyProceedings = null, RescueAidOutstanding = null } });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state)
    {
        var known = state.Request.Undertaking.Difficulty;
        return (known.InsolvencyProceedings, known.RescueAidOutstanding) switch
        {
            (null, null) => null,
            var (insolvency, rescue) => $"Procédure collective : {YesNo.Word(insolvency) ?? "à préciser"} ; aide au sauvetage ou plan : {YesNo.Word(rescue) ?? "à préciser"}",
        };
    }
}
