using Iness.Regulation;
using Iness.Regulation.Costs;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Simulator;

/// <summary>The cost lines: added, changed, removed, with what they retain beside them.</summary>
public sealed class CostsModel(TimeProvider time) : SimulatorPage(time)
{
    // What later answers add to a link must still fit.
    private const int RoomForLaterAnswers = 500;

    public Question Question { get; } = Journey.Find(Journey.Costs)!;

    public Assessment Running => EligibilityAssessment.Assess(State.Request);

    public CostLineList Lines => Running.Costs.Lines;

    /// <summary>The line being changed; null when one is being added.</summary>
    public CostLine? Changed => Costs.FirstOrDefault(line => line.Id == (string?)Request.Query["ligne"]);

    public bool CanAdd => Costs.Count < CostLineForm.MostLines;

    public string Previous => Journey.Previous(State, Question);

    public string Action => Journey.Page(Journey.Costs, State) + (Changed is { } line ? $"&ligne={Uri.EscapeDataString(line.Id)}" : "");

    /// <summary>On with the lines as they are.</summary>
    public string Continue => Journey.Next(State.Answer(Question));

    private IReadOnlyList<CostLine> Costs => State.Request.Costs ?? [];

    public string Change(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{Journey.Page(Journey.Costs, State)}&ligne={Uri.EscapeDataString(line.Id)}#saisie";
    }

    public void OnGet() => Form = new(CostLineForm.Fields(Changed, null), []);

    public IActionResult OnPost()
    {
        var form = new FormReader(Request.Form);
        if (Request.Form.ContainsKey("inconnu")) return Go(Journey.Next(State.WithCosts(null).Answer(Question)));
        var goesOn = Request.Form.ContainsKey("suite");
        if (goesOn && Costs.Count > 0 && CostLineForm.IsBlank(form)) return Go(Continue);
        if (CostLineForm.Read(form, Id, Today) is not { } typed) return ShowAgain(CostLineForm.Fields(Changed, form.Values), form);

        var state = State.WithCosts(With(typed));
        if ((Changed is null && !CanAdd) || StateLink.Write(state).Length > StateLink.Longest - RoomForLaterAnswers)
        {
            form.Refuse("libelle", "Cette simulation ne peut pas contenir davantage : raccourcissez des libellés, ou regroupez les dépenses qui se ressemblent.");
            return ShowAgain(CostLineForm.Fields(Changed, form.Values), form);
        }

        return Go(goesOn ? Journey.Next(state.Answer(Question)) : Journey.Page(Journey.Costs, state));
    }

    public IActionResult OnPostRemove(string ligne)
    {
        var left = Costs.Where(line => line.Id != ligne).ToList();
        return Go(Journey.Page(Journey.Costs, State.WithCosts(left.Count == 0 ? null : left)));
    }

    /// <summary>The running result with the line as it stands, for the script; without it as long as it cannot be read.</summary>
    public PartialViewResult OnPostEstimate()
    {
        var typed = CostLineForm.Read(new FormReader(Request.Form), Id, Today);
        var running = Partial("_Running", EligibilityAssessment.Assess((typed is null ? State : State.WithCosts(With(typed))).Request));
        // The lines saved give their reasons in the list; the one being typed has no other place.
        running.ViewData["Typed"] = Id;
        return running;
    }

    private string Id => Changed?.Id ?? CostLineForm.NewId(Costs);

    private CostLine[] With(CostLine typed) =>
        Changed is null ? [.. Costs, typed] : [.. Costs.Select(line => line.Id == typed.Id ? typed : line)];
}
