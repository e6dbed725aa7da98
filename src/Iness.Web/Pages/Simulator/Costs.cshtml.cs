using Iness.Regulation;
using Iness.Regulation.Costs;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Simulator;

/// <summary>The cost lines, with what they retain.</summary>
public sealed class CostsModel : SimulatorPage
{
    public Assessment Running => EligibilityAssessment.Assess(State.Request);

    public CostLineList Lines => Running.Costs.Lines;

    public bool CanAdd => Lines.Count < CostLineForm.MostLines;

    public string Previous => Journey.Previous(State, Question);

    public string Add => Journey.Page("depenses/ligne", State);

    private static Question Question => Journey.Find(Journey.Costs)!;

    public string Change(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{Add}&ligne={Uri.EscapeDataString(line.Id)}";
    }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        var unknown = Request.Form.ContainsKey("inconnu");
        if (unknown || State.Request.Costs is { Count: > 0 }) return Go(Journey.Next((unknown ? State.WithCosts(null) : State).Answer(Question)));
        Form = new([], [new("depenses", "Ajoutez au moins une dépense, ou choisissez « Je ne sais pas encore ».")]);
        ViewData["HasErrors"] = true;
        return Page();
    }

    public IActionResult OnPostRemove(string ligne)
    {
        var left = (State.Request.Costs ?? []).Where(line => line.Id != ligne).ToList();
        return Go(Journey.Page(Journey.Costs, State.WithCosts(left.Count == 0 ? null : left)));
    }
}
