using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>De minimis aid of the single undertaking within the window.</summary>
internal sealed class DeMinimisPart : HistoryPart
{
    private const string GivenField = "minimis";
    private const string AmountField = "montant-minimis";

    public override IEnumerable<Field> Fields(AssessmentRequest request, bool wasAsked, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = request.History.DeMinimisAids;
        var since = DeMinimisRegime.On(request.CreatedOn).WindowOf(request.CreatedOn).After.AddDays(1);
        yield return new RadiosField(GivenField, $"Avez-vous obtenu des aides « de minimis » depuis le {French.Date(since)} ?", YesNo.OrUnknown,
            "Le courrier qui accorde une telle aide le dit. Comptez celles des structures que vous contrôlez ou qui vous contrôlent.")
        {
            Value = Shown(typed, GivenField, Word(known, wasAsked)),
            Inline = true,
        };
        yield return Amount(AmountField, "Si oui, montant total de ces aides de minimis", $"{GivenField}={Yes}", known is { Count: > 0 } ? Total(known) : null, typed);
    }

    /// <summary>The dates within the window change nothing to their total: it is held as one aid on the day of the simulation.</summary>
    public override History Read(History history, DateOnly createdOn, FormReader form)
    {
        var given = form.Choice(GivenField, YesNo.OrUnknown, "Dites si vous avez obtenu des aides de minimis.");
        if (given is null or Unknown) return history with { DeMinimisAids = null };
        if (given == No) return history with { DeMinimisAids = [] };
        var amount = form.Amount(AmountField, "Écrivez le montant total de vos aides de minimis.", new Money(1), MoneyWords.Most);
        return history with { DeMinimisAids = amount is { } total ? [new(createdOn, total)] : null };
    }

    public override string? InWords(History history) => history.DeMinimisAids switch
    {
        null => null,
        [] => "aucune aide de minimis",
        { } aids => $"aides de minimis de {Total(aids)}",
    };

    private static Money Total(IReadOnlyList<DeMinimisAid> aids) => aids.Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount);
}
