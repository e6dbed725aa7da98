using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>Who applies: what the register knows, correctable, and whom to reach.</summary>
public sealed class StructureSection : QuestionSection
{
    internal const string Address = "adresse";
    private const string Representative = "representant";
    private const string Capacity = "qualite";
    private const string Phone = "telephone";

    internal static readonly IReadOnlyList<Question> Asked = [Journey.The<LegalFormQuestion>(), Journey.The<CommuneQuestion>(), Journey.The<ActivityCodeQuestion>(), Journey.The<StageQuestion>()];

    /// <inheritdoc/>
    public override string Slug => "structure";

    /// <inheritdoc/>
    public override string Name => "Votre structure";

    /// <inheritdoc/>
    public override string Lead => "Ce que vous avez déjà dit, ou que l'Annuaire des entreprises a donné, est rempli. Corrigez ce qui n'est plus exact : la Région verra les deux.";

    /// <inheritdoc/>
    protected override IReadOnlyList<Question> Questions => Asked;

    /// <inheritdoc/>
    protected override IEnumerable<string> HiddenNames => ["choix"];

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var typed = facts.Sheet.Typed;
        return
        [
            .. base.Fields(facts),
            new TextAreaField(Address, "Adresse de l'établissement qui porte le projet", "Numéro, rue, code postal et commune.") { Value = Shown(typed, Address), Rows = 3, MaxLength = 300, AutoComplete = "street-address" },
            new TextField(Representative, "Nom de la personne qui représente la structure", "Celle qui peut l'engager : présidente, gérant, directeur par délégation…") { Value = Shown(typed, Representative), MaxLength = 150, AutoComplete = "name" },
            new TextField(Capacity, "Sa qualité", "Par exemple présidente, gérant.") { Value = Shown(typed, Capacity), MaxLength = 100, Width = "input--width-20" },
            new TextField(Phone, "Téléphone où vous joindre", "Par exemple 03 20 12 34 56.") { Value = Shown(typed, Phone), MaxLength = 30, Width = "input--width-20", InputMode = "tel", AutoComplete = "tel" },
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var form = new FormReader(facts.Sheet.Typed);
        form.Required(Address, 300, "Écrivez l'adresse de l'établissement.");
        form.Required(Representative, 150, "Écrivez le nom de la personne qui représente la structure.");
        form.Required(Capacity, 100, "Écrivez la qualité de cette personne.");
        if (form.Required(Phone, 30, "Écrivez un numéro de téléphone.") is { } phone && phone.Count(char.IsAsciiDigit) < 10)
            form.Refuse(Phone, "Écrivez les dix chiffres du numéro, par exemple 03 20 12 34 56.");
        return [.. base.Check(facts), .. form.Errors];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. base.Summary(facts),
            new("Adresse", facts.Sheet.Text(Address)),
            new("Représentée par", facts.Sheet.Text(Representative) is { } name ? string.Join(", ", new[] { name, facts.Sheet.Text(Capacity) }.Where(part => part is not null)) : null),
            new("Téléphone", facts.Sheet.Text(Phone)),
        ];
    }
}
