using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Share capital, equity and age: only for companies, and only once they are three years old.</summary>
public sealed class CapitalQuestion : Question
{
    private const string CapitalField = "capital";
    private const string EquityField = "capitaux-propres";
    private const string FoundedField = "creation";

    /// <inheritdoc/>
    public override string Slug => "capital";

    /// <inheritdoc/>
    public override string Name => "Capital et capitaux propres";

    /// <inheritdoc/>
    public override string? Title => "Quels sont votre capital et vos capitaux propres ?";

    /// <inheritdoc/>
    public override string Why => "Pour une société de 3 ans ou plus, les capitaux propres doivent atteindre au moins la moitié du capital social.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli5];

    /// <inheritdoc/>
    public override Fact Settles => Fact.ShareCapital | Fact.Equity | Fact.FoundedOn;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.Undertaking;
        var fields = new List<Field>
        {
            Amount(CapitalField, "Capital social souscrit", "Il figure dans vos statuts et sur votre extrait Kbis.", known.Difficulty.ShareCapital, typed),
            Amount(EquityField, "Capitaux propres", "Dernier bilan, au passif. Ils peuvent être négatifs, par exemple -1 500.", known.Difficulty.Equity, typed),
        };
        if (!state.IsFromRegister(RegisterFacts.FoundedOn)) fields.Add(new DateField(FoundedField, "Date de création de la société (facultatif)",
            "Avant 3 ans d'existence, ce critère ne s'applique pas : la date suffit alors.")
        { Value = ShownDate(typed, FoundedField, known.FoundedOn) });
        return fields;
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var foundedOn = state.IsFromRegister(RegisterFacts.FoundedOn) ? state.Request.Undertaking.FoundedOn : form.Date(FoundedField, null, state.Request.CreatedOn);
        var isYoung = foundedOn?.AddYears(SchemeParameters.On(state.Request.CreatedOn).YoungUndertakingYears) > state.Request.CreatedOn;
        var capital = isYoung && IsEmpty(form, CapitalField) ? null : form.Amount(CapitalField, "Écrivez le montant du capital social.", Money.Zero, MoneyWords.Most);
        var equity = isYoung && IsEmpty(form, EquityField) ? null : form.Amount(EquityField, "Écrivez le montant des capitaux propres.", Money.Zero - MoneyWords.Most, MoneyWords.Most);
        return state.With(u => u with { FoundedOn = foundedOn, Difficulty = u.Difficulty with { ShareCapital = capital, Equity = equity } });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) =>
        state.With(u => u with { Difficulty = u.Difficulty with { ShareCapital = null, Equity = null } });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state)
    {
        var known = state.Request.Undertaking.Difficulty;
        return known is { ShareCapital: { } capital, Equity: { } equity } ? $"Capital de {capital}, capitaux propres de {equity}" : null;
    }

    private static bool IsEmpty(FormReader form, string field) => string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(field));

    private static TextField Amount(string name, string label, string hint, Money? known, IReadOnlyDictionary<string, StringValues>? typed) => new(name, label, hint)
    {
        Value = Shown(typed, name, known is { } amount ? MoneyWords.Bare(amount) : null),
        InputMode = "text",
        Suffix = "€",
        Width = "input--width-10",
        MaxLength = 30,
    };
}
