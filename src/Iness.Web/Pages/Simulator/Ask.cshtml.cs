using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Simulator;

/// <summary>One question on one page.</summary>
public sealed class AskModel(TimeProvider time) : SimulatorPage(time)
{
    public Question Question { get; private set; } = null!;

    public string Previous => ReturnsToStructure ? Journey.Page(Journey.Structure, State) : Journey.Previous(State, Question);

    public string? News => RegisterNews.InWords(Request.Query[RegisterNews.Parameter]);

    /// <summary>How many questions are left at most: an answer may make some of them pointless. Nothing is said until the legal form settles which ones there are.</summary>
    public string? Left => State.Request.Undertaking.LegalCategory is null ? null : Journey.Remaining(State, EligibilityAssessment.Assess(State.Request)).Count(question => question != Question) switch
    {
        0 => "C’est la dernière question.",
        1 => "Il reste une question après celle-ci.",
        var left => $"Il reste au plus {left} questions après celle-ci.",
    };

    /// <summary>A fact of the register is corrected from the page that lists them all, and leads back to it.</summary>
    private bool ReturnsToStructure => Request.Query["retour"] == Journey.Structure;

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Journey.Find((string)RouteData.Values["slug"]!) is { } question)
        {
            Question = question;
            base.OnPageHandlerExecuting(context);
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public void OnGet() => Form = new(Question.Fields(State, null), []);

    public IActionResult OnPost()
    {
        if (Request.Form.ContainsKey("inconnu")) return Go(After(Question.Forget(State)));
        var form = new FormReader(Request.Form);
        var answered = Question.Apply(State, form);
        return form.Errors.Count > 0 ? ShowAgain(Question.Fields(State, form.Values), form) : Go(After(answered));
    }

    private string After(SimulationState answered)
    {
        var state = answered.Answer(Question);
        return ReturnsToStructure ? Journey.Page(Journey.Structure, state) : Journey.Next(state);
    }
}
