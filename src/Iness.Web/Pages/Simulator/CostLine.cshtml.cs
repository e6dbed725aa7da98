using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Simulator;

/// <summary>Adds or changes one cost line; with JavaScript, the running result follows what is typed.</summary>
public sealed class CostLineModel : SimulatorPage
{
    [BindProperty(Name = "ligne", SupportsGet = true)]
    public string? LineId { get; set; }

    public bool IsNew => Line is null;

    public string Back => Journey.Page(Journey.Costs, State);

    public string EstimateUrl => $"{Request.Path}{Request.QueryString}&handler=Estimate";

    public Assessment Running { get; private set; } = null!;

    private IReadOnlyList<CostLine> Lines => State.Request.Costs ?? [];

    private CostLine? Line => Lines.FirstOrDefault(line => line.Id == LineId);

    public void OnGet()
    {
        Running = EligibilityAssessment.Assess(State.Request);
        Form = new(CostLineForm.Fields(Line, null), []);
    }

    public IActionResult OnPost()
    {
        Running = EligibilityAssessment.Assess(State.Request);
        var form = new FormReader(Request.Form);
        if (CostLineForm.Read(form, Line?.Id ?? CostLineForm.NewId(Lines)) is not { } typed) return ShowAgain(CostLineForm.Fields(Line, form.Values), form);
        return IsNew && Lines.Count >= CostLineForm.MostLines ? BadRequest() : Go(Journey.Page(Journey.Costs, With(typed)));
    }

    /// <summary>The running result with the line as it stands; without it as long as it cannot be read.</summary>
    public PartialViewResult OnPostEstimate()
    {
        var typed = CostLineForm.Read(new FormReader(Request.Form), Line?.Id ?? CostLineForm.NewId(Lines));
        return Partial("_Running", EligibilityAssessment.Assess((typed is null ? State : With(typed)).Request));
    }

    private SimulationState With(CostLine typed) =>
        State.WithCosts(Line is null ? [.. Lines, typed] : [.. Lines.Select(line => line.Id == typed.Id ? typed : line)]);
}
