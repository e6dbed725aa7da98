using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Other public aid on the same costs.</summary>
public sealed class PublicAidQuestion : Question
{
    private const string GivenField = "aides";
    private const string AmountField = "montant-aides";

    private static readonly Choice[] Kinds =
    [
        new("non", "Non, aucune"),
        new("oui", "Oui, mais aucune de la Région pour le numérique", "Par exemple Booster TPE Numérique (CCI), une aide de l'État, d'un département ou d'une ville."),
        new("region", "Oui, dont une autre aide de la Région pour le numérique", "ADEN, INAC…"),
    ];

    /// <inheritdoc/>
    public override string Slug => "autres-aides";

    /// <inheritdoc/>
    public override string Name => "Autres aides publiques";

    /// <inheritdoc/>
    public override string? Title => "Avez-vous d'autres aides publiques pour les mêmes dépenses ?";

    /// <inheritdoc/>
    public override string Why => "Toutes aides publiques réunies, 80 % des dépenses au plus sont financées ; une autre aide régionale au numérique ne se cumule pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Aid4, Provision.Cum1, Provision.Cum2];

    /// <inheritdoc/>
    public override Fact Settles => Fact.OtherPublicAid;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.History.OtherPublicAid;
        var kind = known switch
        {
            null => null,
            [] => "non",
            _ => known.Any(aid => aid.RegionalDigital) ? "region" : "oui",
        };
        return
        [
            new RadiosField(GivenField, "Aides demandées ou obtenues", Kinds) { Value = Shown(typed, GivenField, kind) },
            new TextField(AmountField, "Si oui, leur montant total pour ces dépenses")
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
        var kind = form.Choice(GivenField, Kinds, "Dites si vous avez d'autres aides publiques pour ces dépenses.");
        if (kind is null) return state;
        if (kind == "non") return state.WithHistory(h => h with { OtherPublicAid = [] });
        return form.Amount(AmountField, "Écrivez le montant total de ces aides.", Money.Zero, MoneyWords.Most) is { } amount
            ? state.WithHistory(h => h with { OtherPublicAid = [new(amount, kind == "region")] })
            : state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.WithHistory(h => h with { OtherPublicAid = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.History.OtherPublicAid switch
    {
        null => null,
        [] => "Aucune",
        { } aids => $"{Total(aids)}{(aids.Any(aid => aid.RegionalDigital) ? ", dont une aide régionale au numérique" : "")}",
    };

    private static Money Total(IReadOnlyList<PublicAid> aids) => aids.Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount);
}
