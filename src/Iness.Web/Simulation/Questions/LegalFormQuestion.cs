using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The legal form, in everyday words, each standing for an INSEE category.</summary>
public sealed class LegalFormQuestion : Question
{
    private const string FieldName = "forme";
    private const string CodeField = "categorie";
    private const string OtherForm = "autre";

    private static readonly Choice[] Forms =
    [
        new("9220", "Association déclarée (loi 1901)"),
        new("9230", "Association reconnue d'utilité publique"),
        new("9221", "Association d'insertion par l'économique"),
        new("9222", "Association intermédiaire"),
        new("9223", "Groupement d'employeurs", "GEIQ compris."),
        new("5458", "SCOP sous forme de SARL"),
        new("5558", "SCOP sous forme de SA"),
        new("5499", "SARL, EURL", "Ou une SCIC sous cette forme."),
        new("5599", "SA", "Ou une SCIC sous cette forme."),
        new("5710", "SAS, SASU", "Une SCOP ou une SCIC sous forme de SAS aussi : la page suivante le demande."),
        new("9300", "Fondation"),
        new("8210", "Mutuelle"),
        new("1000", "Entreprise individuelle, micro-entreprise"),
        new(OtherForm, "Autre forme", "Indiquez alors sa catégorie juridique ci-dessous."),
    ];

    /// <inheritdoc/>
    public override string Slug => "forme-juridique";

    /// <inheritdoc/>
    public override string Name => "Forme juridique";

    /// <inheritdoc/>
    public override string Why => "L'aide est réservée à certaines formes de structures.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Ben, Provision.Eli5];

    /// <inheritdoc/>
    public override Fact Settles => Fact.LegalCategory;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.Undertaking.LegalCategory?.ToString();
        var listed = Forms.Any(form => form.Value == known);
        return
        [
            new RadiosField(FieldName, "Quelle est la forme juridique de votre structure ?", Forms) { Value = Shown(typed, FieldName, known is null || listed ? known : OtherForm) },
            new TextField(CodeField, "Catégorie juridique Insee, si vous avez choisi « Autre forme »", "Quatre chiffres. Elle figure sur votre avis de situation Sirene, par exemple 5202.")
            {
                Value = Shown(typed, CodeField, listed ? null : known),
                InputMode = "numeric",
                Width = "input--width-4",
                MaxLength = 4,
                ShownWhen = $"{FieldName}={OtherForm}",
            },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var chosen = form.Choice(FieldName, Forms, "Choisissez la forme juridique de votre structure.");
        if (chosen == OtherForm) chosen = form.Text(CodeField, 4) ?? "";
        if (chosen is null) return state;
        if (LegalCategory.TryParse(chosen, out var category)) return state.With(u => u with { LegalCategory = category }, RegisterFacts.LegalCategory);
        form.Refuse(CodeField, "Écrivez les quatre chiffres de la catégorie juridique, par exemple 5202.");
        return state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { LegalCategory = null }, RegisterFacts.LegalCategory);

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) =>
        state.Request.Undertaking.LegalCategory is { } category ? $"{NameOf(category)} (catégorie {category})" : null;

    /// <inheritdoc/>
    public override string? Source(SimulationState state) => FromRegister(state, RegisterFacts.LegalCategory);

    private static string NameOf(LegalCategory category) => Forms.FirstOrDefault(form => form.Value == category.ToString())?.Text ?? category switch
    {
        { IsWorkersCooperative: true } => "SCOP",
        { IsWorkIntegration: true } => "Association d'insertion",
        { IsAssociation: true } => "Association",
        { IsCapitalCompany: true } => "Société de capitaux",
        _ => "Autre forme",
    };
}
