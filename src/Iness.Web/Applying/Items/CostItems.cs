using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Items;

/// <summary>The costs: the same form as in the simulator.</summary>
public sealed class CostItems : ItemList
{
    /// <summary>The one list of costs.</summary>
    public static readonly CostItems Instance = new();

    /// <inheritdoc/>
    public override string Slug => "depenses";

    /// <inheritdoc/>
    public override string Section => "depenses";

    /// <inheritdoc/>
    public override string Name => "Vos dépenses";

    /// <inheritdoc/>
    public override string AddText => "Ajouter une dépense";

    /// <inheritdoc/>
    public override string LineName => "Dépense";

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn) => CostLineForm.Fields(null, typed.Count == 0 ? null : typed);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn)
    {
        var form = new FormReader(typed);
        CostLineForm.Read(form, "c", DateOnly.MaxValue);
        return form.Errors;
    }

    /// <inheritdoc/>
    public override (string What, string? Amount) Describe(IReadOnlyDictionary<string, StringValues> typed)
    {
        var label = Shown(typed, "libelle");
        if (string.IsNullOrWhiteSpace(label))
        {
            var category = Shown(typed, "categorie");
            var kind = category == nameof(CostCategory.Hardware) ? CostWords.HardwareKinds.FirstOrDefault(choice => choice.Value == Shown(typed, "materiel")) : null;
            label = (kind ?? CostWords.Categories.FirstOrDefault(choice => choice.Value == category))?.Text ?? "Dépense à préciser";
        }

        return (label, Euros(Shown(typed, "montant")));
    }

    /// <summary>The lines that can be read; null when there is none yet.</summary>
    public IReadOnlyList<CostLine>? Read(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var lines = sheet.ItemsOf(Slug).Select(id => CostLineForm.Read(new FormReader(sheet.Under(Prefix(id))), id, DateOnly.MaxValue)).OfType<CostLine>().ToList();
        return lines.Count == 0 ? null : lines;
    }
}
