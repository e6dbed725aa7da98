using Iness.Casework.Assessments;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Approvals and conventions held.</summary>
public sealed class ApprovalsQuestion : Question
{
    private const string FieldName = "agrements";
    private const string None = "aucun";

    private static readonly Choice[] Held =
    [
        new("esus", "Agrément ESUS", "Entreprise solidaire d'utilité sociale. Être « de l'ESS » ne suffit pas."),
        new("scop", "SCOP", "Société coopérative de production, sur la liste du ministère du Travail."),
        new("ei", "EI", "Entreprise d'insertion."),
        new("ai", "AI", "Association intermédiaire."),
        new("etti", "ETTI", "Entreprise de travail temporaire d'insertion."),
        new("eiti", "EITI", "Entreprise d'insertion par le travail indépendant."),
        new("aci", "ACI", "Atelier et chantier d'insertion."),
        new("geiq", "GEIQ", "Groupement d'employeurs pour l'insertion et la qualification."),
        new(None, "Aucun de ces agréments", Exclusive: true),
    ];

    /// <inheritdoc/>
    public override string Slug => "agrements";

    /// <inheritdoc/>
    public override string Name => "Agréments";

    /// <inheritdoc/>
    public override string Why => "Un agrément peut ouvrir droit à l'aide ; celui d'atelier et chantier d'insertion l'exclut.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Ben1, Provision.Ben2, Provision.Ben3, Provision.Ben4, Provision.Exc5];

    /// <inheritdoc/>
    public override Fact Settles => Fact.Approvals;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var proposed = state.Register?.WorkIntegration ?? Approvals.None;
        var known = state.Request.Undertaking.Approvals ?? (proposed == Approvals.None ? null : proposed);
        var hint = proposed == Approvals.None
            ? "Cochez tout ce que votre structure détient."
            : $"Cochez tout ce que votre structure détient. Ce qui est coché vient de l'Annuaire des entreprises, le {French.Date(state.Register!.On)} : corrigez si besoin.";
        return
        [
            new CheckboxesField(FieldName, "Votre structure détient-elle un agrément ou une convention ?", Offered(state.Request.Undertaking.LegalCategory, known), hint)
            {
                Values = typed is null ? Codes(known) : typed.TryGetValue(FieldName, out var values) ? [.. values.OfType<string>()] : [],
            },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var chosen = form.Choices(FieldName, Held, "Cochez au moins un choix, ou « Aucun de ces agréments ».");
        var approvals = ContractCodes.Approvals.Names.Zip(ContractCodes.Approvals.Values)
            .Where(code => chosen.Contains(code.First))
            .Aggregate(Approvals.None, (held, code) => held | (Approvals)code.Second);
        return state.With(u => u with { Approvals = approvals });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { Approvals = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.Undertaking.Approvals switch
    {
        null => null,
        Approvals.None => "Aucun",
        { } approvals => string.Join(", ", Held.Where(choice => Codes(approvals).Contains(choice.Value)).Select(choice => choice.Text)),
    };

    /// <summary>ESUS and SCOP open a door to companies only; work integration concerns everybody. What is held already stays in sight.</summary>
    private static Choice[] Offered(LegalCategory? category, Approvals? held)
    {
        var pointless = category switch
        {
            { IsCapitalCompany: true } => Approvals.Ai,
            { IsWorkersCooperative: true } => Approvals.Esus | Approvals.Scop | Approvals.Ai,
            { IsAssociation: true } => Approvals.Esus | Approvals.Scop | Approvals.Etti | Approvals.Eiti,
            _ => Approvals.None,
        };
        var hidden = Codes(pointless & ~(held ?? Approvals.None));
        return [.. Held.Where(choice => choice.Value == None || !hidden.Contains(choice.Value))];
    }

    private static string[] Codes(Approvals? approvals) => approvals switch
    {
        null => [],
        Approvals.None => [None],
        { } held => [.. ContractCodes.Approvals.Names.Zip(ContractCodes.Approvals.Values).Where(code => ((int)held & code.Second) != 0).Select(code => code.First)],
    };
}
