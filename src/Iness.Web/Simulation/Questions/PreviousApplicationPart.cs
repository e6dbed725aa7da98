using System.Globalization;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>The latest earlier application to this scheme.</summary>
internal sealed class PreviousApplicationPart : HistoryPart
{
    private const string GivenField = "demande";
    private const string DateName = "depot";

    public override IEnumerable<Field> Fields(AssessmentRequest request, bool wasAsked, IReadOnlyDictionary<string, StringValues>? typed)
    {
        var known = request.History.PreviousApplications;
        DateOnly? latest = known is { Count: > 0 } ? known.Max() : null;
        yield return new RadiosField(GivenField, "Avez-vous déjà déposé une demande INESS ?", YesNo.OrUnknown) { Value = Shown(typed, GivenField, Word(known, wasAsked)), Inline = true };
        yield return new DateField(DateName, "Si oui, jour du dernier dépôt", "Par exemple 27 3 2024.")
        {
            Value = (Part("jour", latest?.Day), Part("mois", latest?.Month), Part("annee", latest?.Year)),
            ShownWhen = $"{GivenField}={Yes}",
        };

        string? Part(string part, int? value) => Shown(typed, $"{DateName}-{part}", value?.ToString(CultureInfo.InvariantCulture));
    }

    public override History Read(History history, DateOnly createdOn, FormReader form)
    {
        var given = form.Choice(GivenField, YesNo.OrUnknown, "Dites si vous avez déjà déposé une demande INESS.");
        if (given is null or Unknown) return history with { PreviousApplications = null };
        if (given == No) return history with { PreviousApplications = [] };
        var filedOn = form.Date(DateName, "Écrivez le jour de votre dernière demande.", createdOn);
        return history with { PreviousApplications = filedOn is { } day ? [day] : null };
    }

    public override string? InWords(History history) => history.PreviousApplications switch
    {
        null => null,
        [] => "aucune demande INESS antérieure",
        { } filings => $"demande INESS déposée le {French.Date(filings.Max())}",
    };
}
