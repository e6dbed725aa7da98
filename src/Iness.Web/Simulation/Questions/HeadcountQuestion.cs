using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Headcount in full-time equivalents.</summary>
public sealed class HeadcountQuestion : Question
{
    private const string FieldName = "effectif";
    private const decimal Most = 1_000_000;

    /// <inheritdoc/>
    public override string Slug => "effectif";

    /// <inheritdoc/>
    public override string Name => "Effectif";

    /// <inheritdoc/>
    public override string Why => "L'effectif doit être inférieur à 20 salariés ; une association doit en employer.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli3, Provision.Ben3];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Headcount;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var hint = "En équivalents temps plein : deux mi-temps comptent pour 1. Par exemple 7,5.";
        if (state.Register?.StaffBand is { } band)
            hint += $" L'Annuaire des entreprises indiquait : {band.Label}{(band.Year is { } year ? $" en {year}" : "")}.";
        return
        [
            new TextField(FieldName, "Combien de salariés votre structure compte-t-elle ?", hint)
            {
                Value = Shown(typed, FieldName, state.Request.Undertaking.Headcount is { } headcount ? French.Number(headcount) : null),
                InputMode = "decimal",
                Suffix = "ETP",
                Width = "input--width-5",
                MaxLength = 20,
            },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form) =>
        form.Number(FieldName, "Écrivez un nombre de salariés, 0 s'il n'y en a pas.", Most) is { } headcount
            ? state.With(u => u with { Headcount = headcount })
            : state;

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Headcount = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) =>
        state.Request.Undertaking.Headcount is { } headcount ? $"{French.Number(headcount)} équivalents temps plein" : null;
}
