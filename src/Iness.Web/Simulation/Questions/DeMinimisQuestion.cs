using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>De minimis aid already received: its total over the window is enough for a simulation.</summary>
public sealed class DeMinimisQuestion : Question
{
    private const string GivenField = "minimis";
    private const string AmountField = "montant-minimis";

    /// <inheritdoc/>
    public override string Slug => "aides-de-minimis";

    /// <inheritdoc/>
    public override string Name => "Aides de minimis";

    /// <inheritdoc/>
    public override string? Title => "Avez-vous déjà reçu des aides « de minimis » ?";

    /// <inheritdoc/>
    public override string Why => "Ces aides sont limitées à 300 000 € sur trois ans pour une même entreprise, celles qui lui sont liées comprises.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Leg1];

    /// <inheritdoc/>
    public override Fact Settles => Fact.DeMinimisAids;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.History.DeMinimisAids;
        var since = DeMinimisRegime.On(state.Request.CreatedOn).WindowOf(state.Request.CreatedOn).After.AddDays(1);
        return
        [
            YesNo.Field(GivenField, $"Aides de minimis accordées depuis le {French.Date(since)}",
                "La lettre d'attribution dit qu'une aide est « de minimis ». Comptez celles de toutes les structures liées à la vôtre.",
                Shown(typed, GivenField, known is null ? null : YesNo.Word(known.Count > 0))),
            new TextField(AmountField, "Si oui, leur montant total")
            {
                Value = Shown(typed, AmountField, known is { Count: > 0 } ? MoneyWords.Bare(Total(known)) : null),
                InputMode = "decimal",
                Suffix = "€",
                Width = "input--width-10",
                MaxLength = 30,
            },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var given = YesNo.Read(form, GivenField, "Dites si vous avez reçu des aides de minimis.");
        if (given is null) return state;
        if (given == false) return state.WithHistory(h => h with { DeMinimisAids = [] });
        // The dates within the window change nothing to their total: it is held as one aid on the day of the simulation.
        return form.Amount(AmountField, "Écrivez le montant total de ces aides.", Money.Zero, MoneyWords.Most) is { } amount
            ? state.WithHistory(h => h with { DeMinimisAids = [new(state.Request.CreatedOn, amount)] })
            : state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.WithHistory(h => h with { DeMinimisAids = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.History.DeMinimisAids switch
    {
        null => null,
        [] => "Aucune",
        { } aids => Total(aids).ToString(),
    };

    private static Money Total(IReadOnlyList<DeMinimisAid> aids) => aids.Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount);
}
