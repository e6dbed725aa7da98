using Iness.Web.Applying.Items;
using Iness.Web.Components;

namespace Iness.Web.Applying.Sections;

/// <summary>The costs, a line each, as in the simulator, with their quotes.</summary>
public sealed class CostsSection : Section
{
    /// <inheritdoc/>
    public override string Slug => "depenses";

    /// <inheritdoc/>
    public override string Name => "Dépenses";

    /// <inheritdoc/>
    public override string Lead => "Une ligne par achat, prestation ou abonnement, hors taxes, avec son devis.";

    /// <inheritdoc/>
    public override IReadOnlyList<ItemList> Lists => [CostItems.Instance];

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Sheet.ItemsOf(CostItems.Instance.Slug).Count > 0 ? [] : [new(CostItems.Instance.Slug, "Ajoutez au moins une dépense.")];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts) => [];
}
