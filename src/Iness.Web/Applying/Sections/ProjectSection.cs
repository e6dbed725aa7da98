using Iness.Casework.Applications;
using Iness.Web.Components;

namespace Iness.Web.Applying.Sections;

/// <summary>What the project is: its name, what it changes, when.</summary>
public sealed class ProjectSection : Section
{
    private const string Title = Answer.TitleKey;
    internal const string Need = "besoin";
    internal const string Description = "description";
    internal const string Results = "resultats";
    private const string Start = "debut";
    private const string End = "fin";

    /// <inheritdoc/>
    public override string Slug => "projet";

    /// <inheritdoc/>
    public override string Name => "Votre projet";

    /// <inheritdoc/>
    public override string Lead => "Quelques phrases simples suffisent : d'où vous partez, ce que vous voulez faire, ce que cela changera.";

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var typed = facts.Sheet.Typed;
        return
        [
            new TextField(Title, "Nom du projet", "Par exemple : ouvrir une boutique en ligne pour nos paniers.") { Value = Shown(typed, Title), MaxLength = 200 },
            new TextAreaField(Need, "D'où partez-vous ?", "Vos outils d'aujourd'hui, et ce qui vous gêne.") { Value = Shown(typed, Need), MaxLength = 3000 },
            new TextAreaField(Description, "Que voulez-vous faire ?", "Les outils, les prestations, les étapes.") { Value = Shown(typed, Description), MaxLength = 5000, Rows = 8 },
            new TextAreaField(Results, "Qu'en attendez-vous ?", "Pour vos usagers, vos salariés, votre activité.") { Value = Shown(typed, Results), MaxLength = 3000 },
            new DateField(Start, "Début prévu", "Aucune dépense ne doit être commandée avant la date de création de cette demande.") { Value = Date(typed, Start) },
            new DateField(End, "Fin prévue") { Value = Date(typed, End) },
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var form = new FormReader(facts.Sheet.Typed);
        form.Required(Title, 200, "Donnez un nom à votre projet.");
        form.Required(Need, 3000, "Dites d'où vous partez, en quelques phrases.");
        form.Required(Description, 5000, "Décrivez ce que vous voulez faire, en quelques phrases.");
        form.Required(Results, 3000, "Dites ce que vous en attendez, en quelques phrases.");
        var start = form.Date(Start, "Écrivez la date de début prévue.");
        var end = form.Date(End, "Écrivez la date de fin prévue.");
        if (end < start) form.Refuse(End, "La fin ne peut pas être avant le début.");
        return form.Errors;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var sheet = facts.Sheet;
        var form = new FormReader(sheet.Typed);
        return
        [
            new("Nom du projet", sheet.Text(Title)),
            new("Point de départ", sheet.Text(Need)),
            new("Ce que vous voulez faire", sheet.Text(Description)),
            new("Ce que vous en attendez", sheet.Text(Results)),
            new("Début prévu", form.Date(Start, null) is { } start ? Iness.Regulation.French.Date(start) : null),
            new("Fin prévue", form.Date(End, null) is { } end ? Iness.Regulation.French.Date(end) : null),
        ];
    }

    private static (string?, string?, string?) Date(IReadOnlyDictionary<string, Microsoft.Extensions.Primitives.StringValues> typed, string name) =>
        (Shown(typed, name + "-jour"), Shown(typed, name + "-mois"), Shown(typed, name + "-annee"));
}
