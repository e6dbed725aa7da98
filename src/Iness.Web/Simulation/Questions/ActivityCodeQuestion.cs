using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The activity code: only a hint, so it is never asked; it can be corrected when the register gave it.</summary>
public sealed class ActivityCodeQuestion : Question
{
    private const string FieldName = "code-activite";

    /// <inheritdoc/>
    public override string Slug => "code-activite";

    /// <inheritdoc/>
    public override string Name => "Code d'activité";

    /// <inheritdoc/>
    public override string Why => "Ce code conduit parfois un agent à examiner l'activité réelle ; il ne refuse personne.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Exc1, Provision.Exc2, Provision.Exc3, Provision.Exc4, Provision.Exc6];

    /// <inheritdoc/>
    public override Fact Settles => Fact.None;

    /// <inheritdoc/>
    public override bool Matters(SimulationState state, Assessment assessment) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) =>
    [
        new TextField(FieldName, "Quel est votre code d'activité principale (NAF) ?", "Par exemple 88.99B. Il figure sur votre avis de situation Sirene.")
        {
            Value = Shown(typed, FieldName, state.Request.Undertaking.MainActivity?.ToString()),
            Width = "input--width-5",
            MaxLength = 10,
        },
    ];

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var text = (form.Text(FieldName, 10) ?? "").ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 5) text = text.Insert(2, ".");
        if (ActivityCode.TryParse(text, out var activity)) return state.With(u => u with { MainActivity = activity }, RegisterFacts.MainActivity);
        form.Refuse(FieldName, "Écrivez deux chiffres, un point, deux chiffres et une lettre, par exemple 88.99B.");
        return state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { MainActivity = null }, RegisterFacts.MainActivity);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Undertaking.MainActivity?.ToString();

    /// <inheritdoc/>
    public override string? Source(SimulationState state) => FromRegister(state, RegisterFacts.MainActivity);
}
