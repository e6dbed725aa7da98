using Iness.Regulation;
using Iness.Web.Applying.Items;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>How the rest is paid for, and the other public aid (AID-4, CUM-2).</summary>
public sealed class FundingSection : Section
{
    private const string OwnFunds = "fonds-propres";
    private const string Loans = "emprunts";
    private const string Private = "prives";

    /// <summary>Whether there is other public aid.</summary>
    internal const string OtherAid = "autres-aides";

    /// <inheritdoc/>
    public override string Slug => "financement";

    /// <inheritdoc/>
    public override string Name => "Plan de financement et autres aides";

    /// <inheritdoc/>
    public override string Lead => "Comment le projet sera payé, hors taxes, et quelles autres aides publiques portent sur les mêmes dépenses, obtenues ou demandées.";

    /// <inheritdoc/>
    public override IReadOnlyList<ItemList> Lists => [PublicAidItems.Instance];

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var typed = facts.Sheet.Typed;
        return
        [
            Amount(OwnFunds, "Fonds propres", "Ce que votre structure paie elle-même. 0 s'il n'y en a pas."),
            Amount(Loans, "Emprunts", "0 s'il n'y en a pas."),
            Amount(Private, "Dons, fondations, autres financements privés", "0 s'il n'y en a pas."),
            new RadiosField(OtherAid, "D'autres aides publiques portent-elles sur ces dépenses ?", YesNo.Choices,
                "État, département, ville, CCI, Europe, autre aide de la Région… Si oui, ajoutez-les une à une plus bas.") { Value = Shown(typed, OtherAid), Inline = true },
        ];

        TextField Amount(string name, string label, string hint) =>
            new(name, label, hint) { Value = Shown(typed, name), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var form = new FormReader(facts.Sheet.Typed);
        form.Amount(OwnFunds, "Écrivez le montant de vos fonds propres, 0 s'il n'y en a pas.", Money.Zero, MoneyWords.Most);
        form.Amount(Loans, "Écrivez le montant des emprunts, 0 s'il n'y en a pas.", Money.Zero, MoneyWords.Most);
        form.Amount(Private, "Écrivez le montant des financements privés, 0 s'il n'y en a pas.", Money.Zero, MoneyWords.Most);
        form.Choice(OtherAid, YesNo.Choices, "Dites si d'autres aides publiques portent sur ces dépenses.");
        if (facts.Sheet.Chose(OtherAid, "oui") && facts.Sheet.ItemsOf(PublicAidItems.Instance.Slug).Count == 0)
            form.Refuse(OtherAid, "Ajoutez les autres aides publiques, une à une.");
        return form.Errors;
    }

    /// <summary>
    /// That the plan does not come to the costs. The aid asked for is no line of the plan: it counts as the regulation computes it, and
    /// whoever wrote a plan that pays for all by itself is not contradicted.
    /// </summary>
    public override string? Warning(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var assessment = facts.Assessment;
        if (assessment.Verdict == OverallVerdict.Ineligible || !assessment.Costs.AreKnown || Planned(facts.Sheet) is not { } planned) return null;
        var (costs, aid) = (assessment.Costs.Claimed, assessment.Aid.Amount);
        if (IsAbout(planned, costs) || IsAbout(planned + aid, costs)) return null;
        var withAid = aid == Money.Zero ? "" : $", et {planned + aid} avec l'aide INESS estimée à {aid}";
        return $"Votre plan de financement totalise {planned}{withAid}. Vos dépenses totalisent {costs} : vérifiez les montants, les deux devraient être égaux. Vous pouvez continuer sans rien changer.";
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var sheet = facts.Sheet;
        return
        [
            new("Fonds propres", Euros(OwnFunds)),
            new("Emprunts", Euros(Loans)),
            new("Financements privés", Euros(Private)),
            new("Autres aides publiques", sheet.Text(OtherAid) switch { "oui" => "Oui", "non" => "Non", _ => null }),
        ];

        string? Euros(string key) => sheet.Text(key) is { } text ? FrenchNumber.TryParse(text, 2, out var amount) ? new Money((long)(amount * 100)).ToString() : text : null;
    }

    /// <summary>What the plan comes to; null while an amount of it cannot be read.</summary>
    private static Money? Planned(AnswerSheet sheet)
    {
        if (PublicAidItems.Instance.Read(sheet) is not { } aids) return null;
        var planned = Money.Zero;
        foreach (var aid in aids) planned += aid.Amount;
        foreach (var name in new[] { OwnFunds, Loans, Private })
        {
            if (!FrenchNumber.TryParse(sheet.Text(name) ?? "", 2, out var amount)) return null;
            planned += new Money((long)(amount * 100));
        }

        return planned;
    }

    // Plans are written in round euros.
    private static bool IsAbout(Money one, Money other) => Math.Abs(one.Cents - other.Cents) < 100;
}
