using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Other public aid on the same costs; only its total and its kind change anything.</summary>
internal sealed class PublicAidPart : HistoryPart
{
    private const string GivenField = "aides";
    private const string AmountField = "montant-aides";
    private const string Regional = "region";

    private static readonly Choice[] Kinds =
    [
        new(No, "Non, aucune"),
        new(Yes, "Oui, mais aucune de la Région pour le numérique", "Par exemple Booster TPE Numérique (CCI), une aide de l'État, d'un département ou d'une ville."),
        new(Regional, "Oui, dont une autre aide de la Région pour le numérique", "ADEN, INAC…"),
        new(Unknown, "Je ne sais pas"),
    ];

    public override IEnumerable<Field> Fields(AssessmentRequest request, bool wasAsked, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = request.History.OtherPublicAid;
        var word = known?.Any(aid => aid.RegionalDigital) == true ? Regional : Word(known, wasAsked);
        yield return new RadiosField(GivenField, "Une autre aide publique est-elle demandée ou obtenue pour ces mêmes dépenses ?", Kinds) { Value = Shown(typed, GivenField, word) };
        yield return Amount(AmountField, "Si oui, montant total de ces aides", $"{GivenField}={Yes}|{Regional}", known is { Count: > 0 } ? Total(known) : null, typed);
    }

    public override History Read(History history, DateOnly createdOn, FormReader form)
    {
        var kind = form.Choice(GivenField, Kinds, "Dites si une autre aide publique est demandée ou obtenue pour ces dépenses.");
        if (kind is null or Unknown) return history with { OtherPublicAid = null };
        if (kind == No) return history with { OtherPublicAid = [] };
        var amount = form.Amount(AmountField, "Écrivez le montant total de ces aides.", new Money(1), MoneyWords.Most);
        return history with { OtherPublicAid = amount is { } total ? [new(total, kind == Regional)] : null };
    }

    public override string? InWords(History history) => history.OtherPublicAid switch
    {
        null => null,
        [] => "aucune autre aide publique",
        { } aids => $"autres aides publiques de {Total(aids)}{(aids.Any(aid => aid.RegionalDigital) ? ", dont une aide régionale au numérique" : "")}",
    };

    private static Money Total(IReadOnlyList<PublicAid> aids) => aids.Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount);
}
