using Iness.Casework.Assessments;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The excluded sectors, declared.</summary>
public sealed class SectorsQuestion : Question
{
    private const string FieldName = "secteurs";
    private const string None = "aucun";

    private static readonly Choice[] Excluded =
    [
        new("liberalProfession", "Profession libérale ou assimilée", "Réglementée ou non : santé, droit, architecture, pharmacie…"),
        new("financeOrRealEstate", "Finance ou immobilier", "Banque, assurance, agence immobilière…"),
        new("trainingOrConsulting", "Formation, conseil ou bureau d'études"),
        new("purchasingCentre", "Centrale d'achats"),
        new("digitalCore", "Numérique pour cœur d'activité", "Édition de logiciels, développement, hébergement, télécommunications…"),
        new(None, "Aucun de ces secteurs", Exclusive: true),
    ];

    /// <inheritdoc/>
    public override string Slug => "secteurs";

    /// <inheritdoc/>
    public override string Name => "Secteurs exclus";

    /// <inheritdoc/>
    public override string Why => "Ces secteurs sont exclus de l'aide.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Exc1, Provision.Exc2, Provision.Exc3, Provision.Exc4, Provision.Exc6];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Sectors;

    /// <inheritdoc/>
    public override bool Matters(SimulationState state, Assessment assessment) => state.Request.Undertaking.Sectors is null;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) =>
    [
        new CheckboxesField(FieldName, "Votre activité principale relève-t-elle d'un de ces secteurs ?", Excluded)
        {
            Values = typed is null ? Codes(state.Request.Undertaking.Sectors) : typed.TryGetValue(FieldName, out var values) ? [.. values.OfType<string>()] : [],
        },
    ];

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var chosen = form.Choices(FieldName, Excluded, "Cochez au moins un choix, ou « Aucun de ces secteurs ».");
        var sectors = ContractCodes.Sectors.Names.Zip(ContractCodes.Sectors.Values)
            .Where(code => chosen.Contains(code.First))
            .Aggregate(Sectors.None, (declared, code) => declared | (Sectors)code.Second);
        return state.With(u => u with { Sectors = sectors });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Sectors = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Undertaking.Sectors switch
    {
        null => null,
        Sectors.None => "Aucun",
        { } sectors => string.Join(", ", Excluded.Where(choice => Codes(sectors).Contains(choice.Value)).Select(choice => choice.Text)),
    };

    private static string[] Codes(Sectors? sectors) => sectors switch
    {
        null => [],
        Sectors.None => [None],
        { } declared => [.. ContractCodes.Sectors.Names.Zip(ContractCodes.Sectors.Values).Where(code => ((int)declared & code.Second) != 0).Select(code => code.First)],
    };
}
