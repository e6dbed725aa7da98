using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Turnover, or operating income for an association.</summary>
public sealed class TurnoverQuestion : Question
{
    private const string FieldName = "chiffre-affaires";

    /// <inheritdoc/>
    public override string Slug => "chiffre-affaires";

    /// <inheritdoc/>
    public override string Name => "Chiffre d'affaires";

    /// <inheritdoc/>
    public override string Why => "Le chiffre d'affaires doit être inférieur à 2 000 000 €.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli2];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Turnover;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var association = state.Request.Undertaking.LegalCategory is { IsAssociation: true };
        var creation = state.Request.Undertaking.Stage == Stage.Creation;
        var label = association ? "Quel est le total de vos produits d'exploitation ?" : "Quel est votre chiffre d'affaires hors taxes ?";
        var hint = creation ? "Le montant prévu la première année." : "Dernier exercice clos.";
        return
        [
            new TextField(FieldName, label, hint)
            {
                Value = Shown(typed, FieldName, state.Request.Undertaking.Turnover is { } turnover ? MoneyWords.Bare(turnover) : null),
                InputMode = "decimal",
                Suffix = "€",
                Width = "input--width-10",
                MaxLength = 30,
            },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form) =>
        form.Amount(FieldName, "Écrivez un montant, même approché, par exemple 450 000.", Money.Zero, MoneyWords.Most) is { } turnover
            ? state.With(u => u with { Turnover = turnover }, RegisterFacts.Turnover)
            : state;

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Turnover = null }, RegisterFacts.Turnover);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Undertaking.Turnover?.ToString();

    /// <inheritdoc/>
    public override string? Source(SimulationState state) =>
        FromRegister(state, RegisterFacts.Turnover, state.Register?.TurnoverYear is { } year ? $", exercice {year}" : null);
}
