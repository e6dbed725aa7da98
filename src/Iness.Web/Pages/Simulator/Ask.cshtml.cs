using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Iness.Web.Pages.Simulator;

/// <summary>One question on one page.</summary>
public sealed class AskModel : SimulatorPage
{
    public Question Question { get; private set; } = null!;

    public string Previous => Journey.Previous(State, Question);

    /// <summary>How many questions are left at most: an answer may make some of them pointless.</summary>
    public string Left => Journey.Remaining(State, EligibilityAssessment.Assess(State.Request)).Count(question => question != Question) switch
    {
        0 => "C’est la dernière question.",
        1 => "Il reste une question après celle-ci.",
        var left => $"Il reste au plus {left} questions après celle-ci.",
    };

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
        if (Request.Form.ContainsKey("inconnu")) return Go(Journey.Next(Question.Forget(State).Answer(Question)));
        var form = new FormReader(Request.Form);
        var answered = Question.Apply(State, form);
        return form.Errors.Count > 0 ? ShowAgain(Question.Fields(State, form.Values), form) : Go(Journey.Next(answered.Answer(Question)));
    }
}
