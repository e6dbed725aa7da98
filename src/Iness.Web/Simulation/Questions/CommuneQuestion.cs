using Iness.Casework.Registers.Communes;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The commune of the establishment: typed, then chosen when several share the name or the postal code.</summary>
public sealed class CommuneQuestion : Question
{
    private const string TypedField = "commune";
    private const string ChosenField = "choix";
    private const int MostChoices = 25;

    /// <inheritdoc/>
    public override string Slug => "commune";

    /// <inheritdoc/>
    public override string Name => "Commune";

    /// <inheritdoc/>
    public override string Why => "L'établissement qui porte le projet doit être dans les Hauts-de-France.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli1];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Commune;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.Undertaking.Commune?.ToString();
        var text = Shown(typed, TypedField, known is null ? null : CommuneDirectory.Find(known)?.Name);
        var field = new TextField(TypedField, "Dans quelle commune est l'établissement qui porte le projet ?", "Son nom ou son code postal, par exemple Béthune ou 62400.")
        {
            Value = text,
            Width = "input--width-20",
            MaxLength = 100,
        };
        var matches = typed is null ? [] : Matches(text);
        return matches.Count < 2
            ? [field]
            : [field, new RadiosField(ChosenField, "Laquelle ?", [.. matches.Select(commune => new Choice(commune.Code, InWords(commune)))]) { Value = Shown(typed, ChosenField, null) }];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        if (form.Text(TypedField, 100) is not { } text)
        {
            if (form.Errors.Count == 0) form.Refuse(TypedField, "Écrivez le nom ou le code postal de la commune.");
            return state;
        }

        var matches = Matches(text);
        var chosen = matches.Count == 1 ? matches[0] : matches.FirstOrDefault(commune => commune.Code == form.Values.GetValueOrDefault(ChosenField));
        if (chosen is not null) return state.With(u => u with { Commune = CommuneCode.Parse(chosen.Code) }, RegisterFacts.Commune);
        if (matches.Count == 0) form.Refuse(TypedField, $"Aucune commune ne correspond à « {text} ». Vérifiez l'orthographe, ou essayez le code postal (sans CEDEX).");
        else form.Refuse(ChosenField, "Plusieurs communes correspondent : choisissez la vôtre.");
        return state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Commune = null }, RegisterFacts.Commune);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state)
    {
        if (state.Request.Undertaking.Commune?.ToString() is not { } code) return null;
        return CommuneDirectory.Find(code) is { } commune ? InWords(commune) : $"Commune de code {code}";
    }

    /// <inheritdoc/>
    public override string? Source(SimulationState state) => FromRegister(state, RegisterFacts.Commune);

    private static IReadOnlyList<Commune> Matches(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = CommuneDirectory.Search(text, MostChoices);
        // A name typed in full is that commune, even where other names contain it; only a namesake needs a choice.
        var exact = found.Where(commune => string.Equals(commune.Name, text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count == 1 ? exact : found;
    }

    private static string InWords(Commune commune) =>
        $"{commune.Name} ({(commune.PostalCodes.Count > 0 ? commune.PostalCodes[0] : commune.Code)})";
}
