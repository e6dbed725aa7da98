using Iness.Regulation;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying;

/// <summary>
/// The facts of an application, read from what was typed: what can be read counts, what is missing or wrong stays unknown and is
/// said. The regulation does the rest.
/// </summary>
public sealed class ApplicationFacts
{
    private readonly Dictionary<Question, IReadOnlyList<FieldError>> errors = [];
    private Assessment? assessment;

    /// <summary>Reads a sheet.</summary>
    public ApplicationFacts(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Sheet = sheet;
        var state = SimulationState.Start(sheet.CreatedOn);
        // The legal form comes first: it decides how others are worded, and which are asked.
        foreach (var question in ApplicationForm.Questions) state = Read(question, state);
        State = state
            .With(undertaking => undertaking with { Siren = sheet.Siren })
            .WithCosts(CostItems.Instance.Read(sheet))
            .WithHistory(_ => new()
            {
                OtherPublicAid = PublicAidItems.Instance.Read(sheet),
                DeMinimisAids = DeMinimisItems.Instance.Read(sheet),
                PreviousApplications = EarlierApplications.Read(sheet),
            });
    }

    /// <summary>What was typed.</summary>
    public AnswerSheet Sheet { get; }

    /// <summary>The facts as the questions know them.</summary>
    public SimulationState State { get; }

    /// <summary>The facts as the regulation takes them.</summary>
    public AssessmentRequest Request => State.Request;

    /// <summary>What the regulation says of them.</summary>
    public Assessment Assessment => assessment ??= EligibilityAssessment.Assess(Request);

    /// <summary>What is missing or wrong in the answer to a question.</summary>
    public IReadOnlyList<FieldError> ErrorsOf(Question question) => errors[question];

    /// <summary>Whether a question concerns this structure: the capital of an association is asked to nobody.</summary>
    public bool Concerns(Question question) => question switch
    {
        CapitalQuestion => State.Request.Undertaking.LegalCategory is { } category && (category.IsCapitalCompany || category.IsWorkersCooperative),
        EconomicActivityQuestion => State.Request.Undertaking.LegalCategory is null or { IsAssociation: true },
        _ => true,
    };

    /// <summary>Where an answer comes from, when nobody typed it.</summary>
    public string? SourceOf(Question question) =>
        Section.Names(question.Fields(State, Sheet.Typed)).Select(name => Sheet[name]).FirstOrDefault(answer => answer is not null) is { SavedBy: null } answer
            ? $"Annuaire des entreprises, le {French.Date(Casework.Calendar.DayInParis(answer.SavedAt))}"
            : null;

    private SimulationState Read(Question question, SimulationState state)
    {
        var form = new FormReader(Sheet.Typed);
        var read = question.Apply(state, form);
        errors[question] = form.Errors;
        return form.Errors.Count == 0 ? read.Answer(question) : state;
    }
}
