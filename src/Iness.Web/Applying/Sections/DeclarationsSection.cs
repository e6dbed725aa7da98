using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Applying.Sections;

/// <summary>What the organisation declares on its honour. The contrat d'engagement républicain is for associations and foundations only (loi 2000-321 art. 10-1).</summary>
public sealed class DeclarationsSection : Section
{
    private const string Truth = "attestation";
    private const string Authority = "habilitation";
    private const string Taxes = "regularite";
    private const string Republic = "engagement-republicain";

    /// <summary>The fields that are never copied from an application to another.</summary>
    internal static readonly IReadOnlySet<string> Declared = new HashSet<string>(StringComparer.Ordinal) { Truth, Authority, Taxes, Republic };

    /// <inheritdoc/>
    public override string Slug => "engagements";

    /// <inheritdoc/>
    public override string Name => "Déclarations";

    /// <inheritdoc/>
    public override string Lead => "À cocher par la personne qui peut engager la structure, ou avec son accord. Une fausse déclaration peut conduire à reverser l'aide.";

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Declarations(facts).Select(declaration => new CheckboxesField(declaration.Key, declaration.Title, [new("oui", declaration.Text)], declaration.Hint)
        {
            Values = [.. facts.Sheet.Typed.GetValueOrDefault(declaration.Key).OfType<string>()],
        })];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Declarations(facts).Where(declaration => !facts.Sheet.Chose(declaration.Key, "oui")).Select(declaration => new FieldError(declaration.Key, declaration.Missing))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Declarations(facts).Select(declaration => new SummaryRow(declaration.Title, facts.Sheet.Chose(declaration.Key, "oui") ? "Déclaré" : null))];
    }

    /// <summary>Whether what a filing cannot do without is declared: that it is exact, and that its author may bind the structure.</summary>
    public static bool IsDeclared(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Chose(Truth, "oui") && sheet.Chose(Authority, "oui");
    }

    /// <summary>Whether the law asks the structure for the contrat d'engagement républicain.</summary>
    private static bool IsAskedRepublicanCommitment(LegalCategory? category) => category is { IsAssociation: true } || category?.ToString() == "9300";

    private static IEnumerable<Declaration> Declarations(ApplicationFacts facts)
    {
        yield return new(Truth, "Exactitude", "Je déclare que les informations et les pièces de cette demande sont exactes et complètes.", null, "Cochez cette case si les informations sont exactes.");
        yield return new(Authority, "Habilitation", "Je peux engager la structure, ou j'ai reçu mandat pour le faire.", "Le mandat se dépose dans « Mes structures », sous le nom de la structure : il vaut pour toutes ses demandes.", "Cochez cette case si vous pouvez engager la structure.");
        yield return new(Taxes, "Impôts et cotisations", "La structure est à jour de ses déclarations et de ses paiements fiscaux et sociaux, ou respecte un échéancier accordé.", null, "Cochez cette case si la structure est à jour, ou expliquez-vous dans un message après le dépôt.");
        if (IsAskedRepublicanCommitment(facts.Request.Undertaking.LegalCategory))
        {
            yield return new(Republic, "Contrat d'engagement républicain", "La structure souscrit le contrat d'engagement républicain et en respecte les sept engagements.",
                "Demandé aux associations et aux fondations (décret n° 2021-1947). Lois de la République ; liberté de conscience ; liberté de s'en retirer ; égalité et non-discrimination ; fraternité et prévention de la violence ; dignité de la personne ; symboles de la République.",
                "Cochez cette case si la structure souscrit le contrat d'engagement républicain.");
        }
    }

    private sealed record Declaration(string Key, string Title, string Text, string? Hint, string Missing);
}
