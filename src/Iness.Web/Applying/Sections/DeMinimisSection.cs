using Iness.Regulation;
using Iness.Web.Applying.Items;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>The de minimis declaration, for the single undertaking (LEG-1).</summary>
public sealed class DeMinimisSection : Section
{
    /// <summary>Whether other undertakings are linked.</summary>
    internal const string Linked = "liees";

    /// <summary>Whether de minimis aid was granted.</summary>
    internal const string Given = "minimis";

    /// <inheritdoc/>
    public override string Slug => "minimis";

    /// <inheritdoc/>
    public override string Name => "Déclaration des aides de minimis";

    /// <inheritdoc/>
    public override string Lead =>
        "INESS est une aide « de minimis » (règlement (UE) 2023/2831) : avec celles déjà obtenues par l'entreprise unique, le total ne peut dépasser 300 000 € sur trois ans. "
        + "Le courrier qui vous a accordé une telle aide le dit.";

    /// <inheritdoc/>
    public override IReadOnlyList<ItemList> Lists => [LinkedUndertakingItems.Instance, DeMinimisItems.Instance];

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var typed = facts.Sheet.Typed;
        var since = DeMinimisRegime.On(facts.Request.CreatedOn).WindowOf(facts.Request.CreatedOn).After.AddDays(1);
        return
        [
            new RadiosField(Linked, "Votre structure contrôle-t-elle d'autres entreprises, ou est-elle contrôlée par une autre ?", YesNo.Choices,
                "Majorité des voix, nomination de la majorité des dirigeants, influence dominante par contrat ou par statuts, directement ou par d'autres. Une fédération dont vous êtes simple adhérent n'en est pas une.")
            { Value = Shown(typed, Linked), Inline = true },
            new RadiosField(Given, $"Votre structure, ou une entreprise liée, a-t-elle obtenu des aides de minimis depuis le {French.Date(since)} ?", YesNo.OrUnknown, "Comptez la date à laquelle l'aide a été accordée, non celle du paiement.")
            { Value = Shown(typed, Given), Inline = true },
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var form = new FormReader(facts.Sheet.Typed);
        form.Choice(Linked, YesNo.Choices, "Dites si d'autres entreprises sont liées à la vôtre.");
        if (facts.Sheet.Chose(Linked, "oui") && facts.Sheet.ItemsOf(LinkedUndertakingItems.Instance.Slug).Count == 0) form.Refuse(Linked, "Nommez les entreprises liées, une à une.");
        form.Choice(Given, YesNo.OrUnknown, "Dites si des aides de minimis ont été obtenues.");
        if (facts.Sheet.Chose(Given, "oui") && facts.Sheet.ItemsOf(DeMinimisItems.Instance.Slug).Count == 0) form.Refuse(Given, "Ajoutez les aides de minimis, une à une.");
        return form.Errors;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [new("Entreprises liées", Word(Linked)), new("Aides de minimis obtenues", Word(Given))];

        string? Word(string key) => facts.Sheet.Text(key) switch { "oui" => "Oui", "non" => "Non", "inconnu" => "Je ne sais pas", _ => null };
    }
}
