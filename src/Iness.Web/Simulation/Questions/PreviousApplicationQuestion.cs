using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>An earlier application to the same scheme.</summary>
public sealed class PreviousApplicationQuestion : Question
{
    private const string GivenField = "demande";
    private const string DateField = "depot";

    /// <inheritdoc/>
    public override string Slug => "demande-precedente";

    /// <inheritdoc/>
    public override string Name => "Demande précédente";

    /// <inheritdoc/>
    public override string? Title => "Avez-vous déjà déposé une demande INESS ?";

    /// <inheritdoc/>
    public override string Why => "Une seule demande peut être déposée tous les deux ans, quelle qu'en ait été l'issue.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Frq1];

    /// <inheritdoc/>
    public override Fact Settles => Fact.PreviousApplications;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = state.Request.History.PreviousApplications;
        return
        [
            YesNo.Field(GivenField, "Une demande a déjà été déposée sur ce dispositif", null, Shown(typed, GivenField, known is null ? null : YesNo.Word(known.Count > 0))),
            new DateField(DateField, "Si oui, la date de la dernière") { Value = ShownDate(typed, DateField, known is { Count: > 0 } ? known.Max() : null) },
        ];
    }

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var given = YesNo.Read(form, GivenField, "Dites si une demande INESS a déjà été déposée.");
        if (given is null) return state;
        if (given == false) return state.WithHistory(h => h with { PreviousApplications = [] });
        return form.Date(DateField, "Écrivez la date de votre dernière demande.", state.Request.CreatedOn) is { } filedOn
            ? state.WithHistory(h => h with { PreviousApplications = [filedOn] })
            : state;
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.WithHistory(h => h with { PreviousApplications = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => state.Request.History.PreviousApplications switch
    {
        null => null,
        [] => "Aucune",
        { } filings => $"Déposée le {French.Date(filings.Max())}",
    };
}
